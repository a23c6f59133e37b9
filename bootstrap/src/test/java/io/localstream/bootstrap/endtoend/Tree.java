package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder looks like, in words, so that two can be compared. */
final class Tree {
  private Tree() {}

  /** Every path below the folder, with all that a transfer should keep of it. */
  static SortedMap<String, String> of(Path folder) {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        tree.put(folder.relativize(path).toString(), describe(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  private static String describe(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    String rights =
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
            + " "
            + Files.getLastModifiedTime(path).toMillis();
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        ? "folder " + rights
        : "file " + rights + " " + Sample.sha256(path);
  }
}
