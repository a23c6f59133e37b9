package io.localstream.adapters.crypto;

import io.localstream.domain.port.contract.VectorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A file of {@code name: value} lines, read from top to bottom; see the folder's README. */
final class OrderedVectorFile {
  private final Path path;
  private final Deque<String> lines;

  private OrderedVectorFile(Path path) {
    this.path = path;
    try {
      lines = new ArrayDeque<>(Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.removeIf(line -> line.startsWith("#"));
  }

  static List<OrderedVectorFile> in(String kind) {
    return VectorFile.paths(OrderedVectorFile.class, kind).stream()
        .map(OrderedVectorFile::new)
        .toList();
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
