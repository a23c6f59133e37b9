package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
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
import java.util.Optional;

/**
 * Gives what is complete its final name: at once, and never in the place of what it should keep.
 */
final class Publication {
  private static final int MAX_RENAMES = 10_000;

  private final PartFolder parts;
  private final Destination destination;

  Publication(PartFolder parts, Destination destination) {
    this.parts = parts;
    this.destination = destination;
  }

  /**
   * Publishes a part, which is not there under its first name any more then.
   *
   * @return the final name that it got, or empty: what is there stays
   * @throws FileAlreadyExistsException when the name is taken and the person wanted to be told
   * @throws io.localstream.domain.failure.LocalStreamException what is there can't be replaced
   */
  Optional<String> publish(String part, Place place, String name, ManifestEntry entry)
      throws IOException {
    ExistingFile ifExists = destination.ifExists(entry.path());
    if (ifExists == ExistingFile.RENAME) {
      return Optional.of(putUnderFreeName(part, place, name));
    }
    if (ifExists == ExistingFile.OVERWRITE) {
      return overwrite(part, place, name, entry);
    }
    try {
      place.put(parts, part, name);
      return Optional.of(name);
    } catch (FileAlreadyExistsException e) {
      return ifExists == ExistingFile.KEEP || ifExists == ExistingFile.ASK
          ? raise(e)
          : settle(part, place, name, entry);
    }
  }

  private static Optional<String> raise(FileAlreadyExistsException taken)
      throws FileAlreadyExistsException {
    throw taken;
  }

  /** A rename replaces a link itself, not what it points to. */
  private Optional<String> overwrite(String part, Place place, String name, ManifestEntry entry)
      throws IOException {
    if (place.kind() != Place.Kind.MADE) {
      try {
        return settle(part, place, name, entry);
      } catch (NoSuchFileException _) {
        // Nothing to replace, or no part; that shows now.
      }
    }
    place.replace(parts, part, name);
    return Optional.of(name);
  }

  private Optional<String> settle(String part, Place place, String name, ManifestEntry entry)
      throws IOException {
    Path target = place.path().resolve(name);
    ExistingFile ifExists = destination.ifExists(entry.path());
    return switch (Existing.judge(target, place.attributes(name), entry, ifExists)) {
      case STAYS -> Optional.empty();
      case FORBIDS -> throw new FileAlreadyExistsException(target.toString());
      case BLOCKS -> throw Targets.irreplaceable(target);
      case YIELDS -> {
        if (ifExists == ExistingFile.BACKUP) {
          moveAside(place, name);
          place.put(parts, part, name);
        } else {
          place.replace(parts, part, name);
        }
        yield Optional.of(name);
      }
    };
  }

  private static void moveAside(Place place, String name) throws IOException {
    for (int number = 0; number < MAX_RENAMES; number++) {
      try {
        place.rename(name, FreeName.backup(name, number));
        return;
      } catch (FileAlreadyExistsException _) {
        // Try the next one.
      }
    }
    throw new FileAlreadyExistsException(name);
  }

  private String putUnderFreeName(String part, Place place, String name) throws IOException {
    for (int number = 0; number < MAX_RENAMES; number++) {
      try {
        String free = FreeName.of(name, number);
        place.put(parts, part, free);
        return free;
      } catch (FileAlreadyExistsException _) {
        // Try the next one.
      }
    }
    throw new FileAlreadyExistsException(name);
  }

  /** A hard link is the one way to take a name atomically that fails where the name is taken. */
  static void linkUnlessTaken(Path partial, Path target) throws IOException {
    try {
      Files.createLink(target, partial);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException _) {
      // No links here, as on FAT; or a reason for which the next way fails as well, and says so.
      moveToReservedName(partial, target);
    }
  }

  /**
   * Takes the name with an empty file of its own, which fails where the name is taken, and moves
   * the complete one over it. Between the two the name shows an empty file; and if the process is
   * killed just then, that is what stays. What another program does to the name in between is
   * checked for once more, but the instant between check and move remains: file systems without
   * links offer nothing better.
   */
  static void moveToReservedName(Path partial, Path target) throws IOException {
    Files.createFile(target, Permissions.ofNew(target, 0));
    BasicFileAttributes reserved = attributes(target);
    try {
      if (!isStill(reserved, attributes(target))) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (isStill(reserved, attributes(target))) {
        Files.deleteIfExists(target);
      }
      throw e;
    }
  }

  /** Whether what has the name now is the empty file that has taken it. */
  static boolean isStill(BasicFileAttributes reserved, BasicFileAttributes now) {
    return now.size() == 0
        && now.lastModifiedTime().equals(reserved.lastModifiedTime())
        && Objects.equals(now.fileKey(), reserved.fileKey());
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
