package io.localstream.adapters.persistence.files;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.transfer.FileReference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Understands paths as a person types them: relative ones start at a base folder, and a leading
 * {@code ~/} at the person's home, which no shell has resolved in an interactive session.
 */
final class TypedPaths {
  private final Path base;
  private final Path userHome;

  TypedPaths(Path base, Path userHome) {
    this.base = base.toAbsolutePath();
    this.userHome = userHome;
  }

  /** The absolute path, or empty where this system can't have one like that. */
  Optional<Path> resolve(FileReference typed) {
    try {
      return Optional.of(resolve(typed.value()).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Path resolve(String typed) {
    if (typed.equals("~")) {
      return userHome;
    }
    return typed.startsWith("~/") ? userHome.resolve(typed.substring(2)) : base.resolve(typed);
  }

  /** Whether the path's bytes are text: then its text leads back to it. */
  static boolean isText(Path path) {
    try {
      return path.getFileSystem().getPath(path.toString()).equals(path);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  static String show(Path path) {
    return DisplayText.escape(path.toString());
  }
}
