package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination.ExistingFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Gives a complete file its final name: at once, and never in the place of what it should keep. */
final class Publication {
  private static final int MAX_RENAMES = 10_000;

  private Publication() {}

  /**
   * Publishes the file; afterwards it may or may not be there under its first name too.
   *
   * @return the final name that it got
   * @throws FileAlreadyExistsException when the name is taken and what is there is to be kept
   */
  static Path publish(Path partial, Path target, ExistingFile ifExists) throws IOException {
    return switch (ifExists) {
      case KEEP -> linkUnlessTaken(partial, target);
      case OVERWRITE -> replace(partial, target);
      case RENAME -> linkToFreeName(partial, target);
    };
  }

  private static Path linkToFreeName(Path partial, Path target) throws IOException {
    for (int number = 0; number < MAX_RENAMES; number++) {
      try {
        return linkUnlessTaken(partial, FreeName.of(target, number));
      } catch (FileAlreadyExistsException _) {
        // Try the next one.
      }
    }
    throw new FileAlreadyExistsException(target.toString());
  }

  /** A hard link is the one way to take a name atomically that fails where the name is taken. */
  private static Path linkUnlessTaken(Path partial, Path target) throws IOException {
    try {
      return Files.createLink(target, partial);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException _) {
      // No links here, as on FAT; or a reason for which the next way fails as well, and says so.
      return moveToReservedName(partial, target);
    }
  }

  /**
   * Takes the name with an empty file of its own, which fails where the name is taken, and moves
   * the complete one over it. Between the two the name shows an empty file; and if the process is
   * killed just then, that is what stays. What another program does to the name in between is
   * checked for once more, but the instant between check and move remains: file systems without
   * links offer nothing better.
   */
  static Path moveToReservedName(Path partial, Path target) throws IOException {
    BasicFileAttributes reserved = attributes(Files.createFile(target));
    try {
      if (!isStill(reserved, target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (isStill(reserved, target)) {
        Files.deleteIfExists(target);
      }
      throw e;
    }
  }

  private static boolean isStill(BasicFileAttributes reserved, Path target) throws IOException {
    BasicFileAttributes now = attributes(target);
    return now.size() == 0
        && now.lastModifiedTime().equals(reserved.lastModifiedTime())
        && Objects.equals(now.fileKey(), reserved.fileKey());
  }

  /** A rename replaces a link itself, not what it points to. */
  private static Path replace(Path partial, Path target) throws IOException {
    try {
      Targets.requireReplaceable(target, attributes(target));
    } catch (NoSuchFileException _) {
      // Nothing to replace.
    }
    return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
