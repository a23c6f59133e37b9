package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Chooses the final paths of what arrives, and makes sure that they can be had. */
final class Targets {
  private Targets() {}

  static Landing choose(TypedPaths paths, Manifest manifest, Destination destination) {
    FileReference typed = destination.target();
    Path target = paths.resolve(typed).orElseThrow(() -> noFolder(typed));
    if (Files.isDirectory(target)) {
      Landing landing = new Landing(target, manifest, null);
      requireFree(landing, destination.ifExists());
      return landing;
    }
    requireFilePath(typed, target, manifest);
    requireFree(target, destination.ifExists());
    return new Landing(target.resolveSibling(""), manifest, String.valueOf(target.getFileName()));
  }

  private static void requireFree(Landing landing, Destination.ExistingFile ifExists) {
    // Then no name can be taken, and thousands need not be asked for.
    boolean empty = isEmpty(landing.folder());
    ManifestEntry longest = landing.manifest().entries().getFirst();
    for (ManifestEntry entry : landing.manifest().entries()) {
      Path target = inFolder(landing.folder(), entry);
      // Quicker than to ask for what is there, and to be told by an exception that nothing is.
      if (!empty && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        requireFree(target, ifExists);
      }
      if (entry.path().value().length() > longest.path().value().length()) {
        longest = entry;
      }
    }
    // What can't be asked for counts as not there; a name that is too long here shows now.
    requireFree(inFolder(landing.folder(), longest), ifExists);
  }

  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException _) {
      // It may be a folder that can be written to and not read.
      return false;
    }
  }

  private static void requireFilePath(FileReference typed, Path target, Manifest manifest) {
    boolean namesFolder =
        typed.value().endsWith("/")
            || typed.value().endsWith(File.separator)
            || manifest.entries().size() > 1;
    if (namesFolder || target.getParent() == null || !Files.isDirectory(target.getParent())) {
      throw noFolder(typed);
    }
  }

  private static LocalStreamException noFolder(FileReference typed) {
    return new LocalStreamException(
        FailureCode.FILE_MISSING,
        "there is no folder for " + typed + "; create it or receive elsewhere");
  }

  private static Path inFolder(Path folder, ManifestEntry entry) {
    if (entry.path().value().indexOf('/') >= 0) {
      throw new LocalStreamException(
          FailureCode.FILE_UNWRITABLE,
          entry.path().display() + " lies in a folder, and folders can't be received yet");
    }
    try {
      return folder.resolve(entry.path().value());
    } catch (InvalidPathException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNWRITABLE,
          "this system can't create a file named "
              + entry.path().display()
              + "; choose another name, or set LC_ALL=C.UTF-8",
          e);
    }
  }

  private static void requireFree(Path target, Destination.ExistingFile ifExists) {
    try {
      BasicFileAttributes existing =
          Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      switch (ifExists) {
        case KEEP ->
            throw taken(target, "exists already; choose another name, or --overwrite or --rename");
        case OVERWRITE -> requireReplaceable(target, existing);
        case RENAME -> {}
      }
    } catch (NoSuchFileException _) {
      // Free.
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  /** Only a file may be replaced, or a link, which is replaced itself and not what it points to. */
  static void requireReplaceable(Path target, BasicFileAttributes existing) {
    if (!existing.isRegularFile() && !existing.isSymbolicLink()) {
      throw taken(target, "is a folder or a device and is not replaced; choose another name");
    }
  }

  static LocalStreamException taken(Path target, String why) {
    return new LocalStreamException(FailureCode.FILE_EXISTS, TypedPaths.show(target) + " " + why);
  }
}
