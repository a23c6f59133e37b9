package io.localstream.adapters.persistence;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder that only its owner can look into, once it is open. What lies in it is created for its
 * owner only, and mended or refused when it is found otherwise. On a file system without POSIX
 * permissions it is what the system makes it.
 */
final class OwnerOnlyFolder {
  /** A home that was used holds one of these, even where hidden files were not copied. */
  private static final Set<String> OF_A_HOME =
      Set.of(
          "secrets",
          "devices.json",
          ".devices.json.lock",
          ".settings.json.lock",
          ".connections.json.lock",
          ".transfers.json.lock");

  private final Path path;
  private final UserPrincipal owner;
  private final boolean readOnly;
  private final Consumer<String> warnings;

  private OwnerOnlyFolder(Path path, CurrentUser user, Consumer<String> warnings) {
    this(path, user.principal(), user.readOnly(), warnings);
  }

  private OwnerOnlyFolder(
      Path path, UserPrincipal owner, boolean readOnly, Consumer<String> warnings) {
    this.path = path;
    this.owner = owner;
    this.readOnly = readOnly;
    this.warnings = warnings;
  }

  /** Creates the folder where it is missing, with everything above it, and checks it. */
  static OwnerOnlyFolder open(Path folder, Consumer<String> warnings) {
    try {
      Files.createDirectories(folder, OwnerOnly.onCreatingFolder(folder));
      Path real = folder.toRealPath();
      requireNothingElse(real);
      CurrentUser user = CurrentUser.of(real);
      OwnerOnlyFolder opened = new OwnerOnlyFolder(real, user, warnings);
      opened.requireOwner(real);
      user.requireSafe(folder);
      opened.requireOwnerOnly(real, "rwx------");
      return opened;
    } catch (FileAlreadyExistsException e) {
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE,
          show(folder) + " is in the way of LocalStream's data: it is not a folder",
          e);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Creates the folder in this one where it is missing, and checks it. */
  OwnerOnlyFolder folder(String name) {
    Path child = path.resolve(name);
    try {
      if (Files.notExists(child, LinkOption.NOFOLLOW_LINKS)) {
        if (readOnly) {
          // As if it was empty.
          return new OwnerOnlyFolder(child, owner, true, warnings);
        }
        createFolder(child);
      }
      if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        throw insecure(child, "is not a folder of its own; move it away");
      }
      requireOwnerOnly(child, "rwx------");
      return new OwnerOnlyFolder(child, owner, readOnly, warnings);
    } catch (IOException e) {
      throw unusable(child, e);
    }
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, OwnerOnly.onCreatingFolder(folder));
    } catch (FileAlreadyExistsException _) {
      // Another process was faster; what it made is checked like anything that was there.
    }
  }

  /** To close a folder of other things to others, and to write keys into it, was never meant. */
  private static void requireNothingElse(Path folder) throws IOException {
    if (!OwnerOnly.isOpenToOthers(folder)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      List<String> names = content.map(entry -> entry.getFileName().toString()).toList();
      if (!names.isEmpty() && names.stream().noneMatch(OF_A_HOME::contains)) {
        throw insecure(
            folder,
            "is no home of LocalStream, holds other things and is open to other users; name a new"
                + " folder");
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Makes sure that something in this folder, or it itself, belongs to its owner alone. */
  void requireOwnerOnly(Path what, String permissions) throws IOException {
    requireOwner(what);
    if (!OwnerOnly.isOpenToOthers(what)) {
      return;
    }
    if (!readOnly) {
      OwnerOnly.set(what, permissions);
    }
    if (OwnerOnly.isOpenToOthers(what)) {
      throw insecure(what, "is open to other users and can't be closed; set LOCALSTREAM_HOME");
    }
    warnings.accept(show(what) + " was open to other users; now only its owner can use it");
  }

  private void requireOwner(Path what) throws IOException {
    if (!Objects.equals(Files.getOwner(what, LinkOption.NOFOLLOW_LINKS), owner)) {
      throw insecure(what, "belongs to another user; move it away or set LOCALSTREAM_HOME");
    }
  }

  Path path() {
    return path;
  }

  /** Whether nothing can be created in it, so that it can only be read. */
  boolean isReadOnly() {
    return readOnly;
  }

  /** Brings the creation, renaming and removal of what lies in it to disk. */
  void force() throws IOException {
    // Where permissions are not POSIX ones, folders can't be opened and need not be forced.
    if (OwnerOnly.isSupported(path)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static LocalStreamException insecure(Path what, String why) {
    return new LocalStreamException(
        FailureCode.HOME_INSECURE, "LocalStream's data is not safe: " + show(what) + " " + why);
  }

  private static LocalStreamException unusable(Path folder, IOException cause) {
    return new LocalStreamException(
        FailureCode.STORE_UNAVAILABLE,
        "LocalStream's data can't be kept in "
            + show(folder)
            + "; make it writable or set LOCALSTREAM_HOME",
        cause);
  }

  static String show(Path path) {
    return DisplayText.escape(path.toString());
  }
}
