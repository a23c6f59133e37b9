package io.localstream.adapters.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of {@code name: value} lines, read from top to bottom; see the folder's README. */
final class VectorFile {
  private final Path path;
  private final Deque<String> lines;

  private VectorFile(Path path) {
    this.path = path;
    try {
      lines = new ArrayDeque<>(Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.removeIf(line -> line.startsWith("#"));
  }

  static Path folder() {
    try {
      return Path.of(VectorFile.class.getResource("/vectors").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static List<VectorFile> in(String kind) {
    try (Stream<Path> files = Files.list(folder().resolve(kind))) {
      return files.sorted().map(VectorFile::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasMore() {
    return !lines.isEmpty();
  }

  /** The value of the next line, if it has that name. */
  Optional<String> next(String name) {
    if (hasMore() && lines.peek().startsWith(name + ":")) {
      return Optional.of(lines.remove().substring(name.length() + 1).strip());
    }
    return Optional.empty();
  }

  /** Nothing may be left that nobody has read. */
  void requireEnd() {
    if (hasMore()) {
      throw new AssertionError(path + " says what is not understood: " + lines.peek());
    }
  }

  String text(String name) {
    return next(name).orElseThrow(() -> new AssertionError(name + " expected in " + path));
  }

  byte[] bytes(String name) {
    return HexFormat.of().parseHex(text(name));
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
