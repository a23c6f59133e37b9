package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A path to a folder that is open, which leads there whatever is done to the folder's name: {@code
 * /proc/self/fd/N} (proc(5)). Java has no call that makes a folder or a link in an open folder, or
 * reads a link there, and tells no descriptor of one; so the descriptor is found by the folder that
 * it leads to.
 */
final class DescriptorPath {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** The last one that was found; the next is mostly there, too. */
  private static final AtomicReference<@Nullable Path> LAST = new AtomicReference<>();

  private DescriptorPath() {}

  /**
   * Finds the one of an open folder. It is to be used while that stays open, and asked for again
   * each time.
   *
   * @param key of the folder
   * @return null if the system has no such paths
   */
  static @Nullable Path of(@Nullable Object key) throws IOException {
    Path last = LAST.get();
    if (last != null && leadsTo(last, key)) {
      return last;
    }
    if (key != null && Files.isDirectory(DESCRIPTORS)) {
      try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
        for (Path descriptor : descriptors) {
          if (leadsTo(descriptor, key)) {
            LAST.set(descriptor);
            return descriptor;
          }
        }
      }
    }
    return null;
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
