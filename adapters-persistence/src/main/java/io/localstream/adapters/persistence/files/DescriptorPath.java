package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links in a folder that is open. Java has no readlinkat(2): on Linux the same is reached
 * through the name that the open folder has in {@code /proc/self/fd}, see proc(5).
 */
record DescriptorPath(OpenFolder folder, @Nullable Path descriptor) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** Where the last one was found; the next is mostly there, too. */
  private static final AtomicReference<@Nullable Path> LAST = new AtomicReference<>();

  /** The name of a folder that stays open as long as this is used. */
  static DescriptorPath of(OpenFolder.Held folder) throws IOException {
    Object key = folder.key();
    Path last = LAST.get();
    if (last != null && isAt(last, key)) {
      return new DescriptorPath(folder, last);
    }
    if (Files.isDirectory(DESCRIPTORS)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
        for (Path each : all) {
          if (isAt(each, key)) {
            LAST.set(each);
            return new DescriptorPath(folder, each);
          }
        }
      }
    }
    return new DescriptorPath(folder, null);
  }

  private static boolean isAt(Path descriptor, Object key) {
    try {
      BasicFileAttributes there = Files.readAttributes(descriptor, BasicFileAttributes.class);
      return there.isDirectory() && key.equals(there.fileKey());
    } catch (IOException _) {
      // Closed in the meantime, or none that has attributes.
      return false;
    }
  }

  /** Where the link leads. */
  Path readLink(String name) throws IOException {
    if (descriptor != null) {
      return Files.readSymbolicLink(descriptor.resolve(name));
    }
    Path path = folder.path().resolve(name);
    BasicFileAttributes link = folder.attributes(name, LinkOption.NOFOLLOW_LINKS);
    Path text = Files.readSymbolicLink(path);
    BasicFileAttributes read =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!Objects.equals(link.fileKey(), read.fileKey())) {
      throw new SourceChangedException();
    }
    return text;
  }
}
