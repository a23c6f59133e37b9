package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A path to a folder that is open, which leads there whatever is done to the folder's name: {@code
 * /proc/self/fd/N} (proc(5)). Java has no call that makes a folder or a link in an open folder, and
 * tells no descriptor of one; so the descriptor is found by the folder that it leads to.
 */
final class DescriptorPath {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private DescriptorPath() {}

  /**
   * Finds it.
   *
   * @param named the path to use if the system has no such paths
   */
  static Path of(SecureDirectoryStream<Path> folder, Path named) throws IOException {
    Object key =
        folder.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
    if (key == null || !Files.isDirectory(DESCRIPTORS)) {
      return named;
    }
    Path found = null;
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : descriptors) {
        // The latest of several: an older one may belong to something that ends before.
        found = leadsTo(descriptor, key) ? descriptor : found;
      }
    }
    return Objects.requireNonNullElse(found, named);
  }

  /** Whether a path leads to what has that key. */
  static boolean leadsTo(Path path, @Nullable Object key) {
    try {
      return Objects.equals(Files.readAttributes(path, BasicFileAttributes.class).fileKey(), key);
    } catch (IOException _) {
      // It was closed meanwhile.
      return false;
    }
  }
}
