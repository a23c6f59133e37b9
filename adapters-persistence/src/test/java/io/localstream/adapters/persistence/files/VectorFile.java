package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A vector: {@code name: value} lines, an empty line, and a body; see the folder's README. What is
 * not taken from its head was not understood.
 */
final class VectorFile {
  private final String name;
  private final Map<String, String> head = new LinkedHashMap<>();
  private final String body;

  VectorFile(String name, String content) {
    this.name = name;
    int end = content.indexOf("\n\n");
    if (end < 0 || !content.endsWith("\n")) {
      throw new AssertionError(name + " has no head and body");
    }
    body = content.substring(Math.min(end + 2, content.length() - 1), content.length() - 1);
    content.substring(0, end).lines().filter(line -> !line.startsWith("#")).forEach(this::add);
  }

  private void add(String line) {
    String[] parts = line.split(": ", 2);
    if (parts.length != 2 || head.put(parts[0], parts[1]) != null) {
      throw new AssertionError(name + " has a line that is none: " + line);
    }
  }

  static Path folder() {
    try {
      return Path.of(VectorFile.class.getResource("/vectors").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** All of a folder, by name. */
  static List<VectorFile> in(String kind) {
    try (Stream<Path> files = Files.list(folder().resolve(kind))) {
      return files.sorted().map(VectorFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VectorFile read(Path path) {
    try {
      return new VectorFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of that line, which is understood from then on. */
  String text(String key) {
    String value = head.remove(key);
    if (value == null) {
      throw new AssertionError(name + " lacks " + key);
    }
    return value;
  }

  /** Only what was asked for may stand in the head. */
  void requireUnderstood() {
    if (!head.isEmpty()) {
      throw new AssertionError(name + " says what is not understood: " + head.keySet());
    }
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(body.replace("\n", ""));
  }

  @Override
  public String toString() {
    return name;
  }
}
