package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an earlier transfer left: a hidden folder of this user's own, closed to others. Anything
 * else of such a name is left alone, and so is anything in it that is not a plain file.
 */
final class PartRemains {
  private static final String ENDING = ".localstream-part";
  private static final String PROBE = ".discard";
  private static final Set<OpenOption> CHANGE =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private PartRemains() {}

  /** Removes the folder with its plain files, unless it is not there or not what it should be. */
  static void remove(Path folder) throws IOException {
    String name = Objects.toString(folder.getFileName(), "");
    if (!name.startsWith(".") || !name.endsWith(ENDING)) {
      return;
    }
    try {
      BasicFileAttributes there =
          Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      MadeFolder around = MadeFolder.around(folder);
      if (there.isDirectory() && empty(folder, there)) {
        Files.delete(folder);
        around.removeIfEmpty();
      }
    } catch (NoSuchFileException _) {
      // Somebody removed it before.
    } catch (DirectoryNotEmptyException _) {
      // What is left in it did not come from a transfer.
    }
  }

  /** Whoever may write beside it could put another in its place meanwhile; the open one stays. */
  private static boolean empty(Path folder, BasicFileAttributes there) throws IOException {
    List<String> names = names(folder);
    try (FolderAccess access = FolderAccess.of(folder)) {
      BasicFileAttributes opened = access.view(BasicFileAttributeView.class).readAttributes();
      if (!Objects.equals(opened.fileKey(), there.fileKey()) || !isOwn(access, folder)) {
        return false;
      }
      if (PartFolders.isInUse(opened.fileKey()) || isLocked(access, names)) {
        throw new FileSystemException(folder.toString(), null, "a transfer is using it");
      }
      for (String name : names) {
        if (access.view(name, BasicFileAttributeView.class).readAttributes().isRegularFile()) {
          access.delete(name);
        }
      }
      return true;
    }
  }

  /** Whether a transfer of another process goes on with it. */
  private static boolean isLocked(FolderAccess access, List<String> names) throws IOException {
    if (!names.contains(Journal.NAME)) {
      return false;
    }
    try (FileChannel journal = access.open(Journal.NAME, CHANGE)) {
      return !JournalLock.take(journal, false);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(Objects.toString(entry.getFileName())));
    }
    return names;
  }

  /** Who this process is to the file system, only a file that it creates can tell. */
  private static boolean isOwn(FolderAccess access, Path folder) throws IOException {
    return PartPrivacy.in(access, folder, PROBE).holdsFor(access);
  }
}
