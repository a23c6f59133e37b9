package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The empty files that an attempt leaves which is killed between taking a name and putting there
 * what the name is for. What is to have it is still in the part folder then.
 */
final class ReservedNames {
  private static final int MAX_NAMES = 1_000;

  private final Landing landing;
  private final PartFolder parts;

  ReservedNames(Landing landing, PartFolder parts) {
    this.landing = landing;
    this.parts = parts;
  }

  /**
   * Removes those that could have been taken for a file.
   *
   * @param there what has the file's own name
   * @return whether that was one
   */
  boolean free(int file, BasicFileAttributes there) throws IOException {
    if (landing.manifest().isFolder(file) || !isWaiting(file, there)) {
      return false;
    }
    String name = Landing.last(landing.path(file));
    try (FolderAccess folder = folder(Landing.parent(landing.path(file)))) {
      free(folder, 0, number -> FreeName.backup(name, number));
      free(folder, 1, number -> FreeName.of(name, number));
      return isOne(folder, name) && delete(folder, name);
    }
  }

  /** And has not been linked there. */
  private boolean isWaiting(int file, BasicFileAttributes there) {
    String part =
        landing.entry(file) instanceof ManifestEntry.Link ? PartFolder.LINK : PartFolder.name(file);
    return parts
        .look(part)
        .filter(waiting -> waiting.size() > 0 || differ(waiting.fileKey(), there.fileKey()))
        .isPresent();
  }

  private static boolean differ(@Nullable Object key, @Nullable Object other) {
    return key != null && !key.equals(other);
  }

  /** Step by step, and through no link. */
  private FolderAccess folder(String path) throws IOException {
    FolderAccess folder = parts.parent().again();
    for (String name : path.isEmpty() ? new String[0] : path.split("/", -1)) {
      try (FolderAccess outer = folder) {
        folder = outer.folder(name);
      }
    }
    return folder;
  }

  private void free(FolderAccess folder, int first, IntFunction<String> names) throws IOException {
    for (int number = first; number < MAX_NAMES; number++) {
      String name = names.apply(number);
      if (attributes(folder, name).isEmpty()) {
        return;
      }
      if (isOne(folder, name)) {
        delete(folder, name);
      }
    }
  }

  private static boolean delete(FolderAccess folder, String name) throws IOException {
    folder.deleteIfThere(name);
    return true;
  }

  /** It is empty, no older than publishing, and the same user's with the same permissions. */
  private boolean isOne(FolderAccess folder, String name) throws IOException {
    Optional<BasicFileAttributes> there = attributes(folder, name);
    Optional<BasicFileAttributes> note = parts.look(PublishingNote.NAME);
    return there.isPresent()
        && note.isPresent()
        && there.get().isRegularFile()
        && there.get().size() == 0
        && there.get().lastModifiedTime().compareTo(note.get().lastModifiedTime()) >= 0
        && isOfSameUser(folder, name);
  }

  private boolean isOfSameUser(FolderAccess folder, String name) throws IOException {
    Path path = landing.folder();
    if (!Permissions.areSupported(path)) {
      return true;
    }
    PosixFileAttributes there = folder.view(name, PosixFileAttributeView.class).readAttributes();
    PosixFileAttributes note = parts.posix(PublishingNote.NAME);
    return there.owner().equals(note.owner())
        && Objects.equals(there.permissions(), note.permissions());
  }

  private static Optional<BasicFileAttributes> attributes(FolderAccess folder, String name)
      throws IOException {
    try {
      return Optional.of(folder.view(name, BasicFileAttributeView.class).readAttributes());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
