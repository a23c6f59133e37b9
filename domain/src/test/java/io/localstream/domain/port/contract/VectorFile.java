package io.localstream.domain.port.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A vector: {@code name: value} lines, an empty line, and a body; see the README of its folder,
 * {@code /vectors} among the tests of a module. What is not taken from its head was not understood.
 */
public final class VectorFile {
  private final String name;
  private final Map<String, String> head = new LinkedHashMap<>();
  private final String body;

  /**
   * Reads one.
   *
   * @throws AssertionError where it has another form
   */
  public VectorFile(String name, String content) {
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

  /** The vectors of the module that a test belongs to. */
  public static Path folder(Class<?> test) {
    try {
      return Path.of(test.getResource("/vectors").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** The files of one kind of vectors, by name. */
  public static List<Path> paths(Class<?> test, String kind) {
    try (Stream<Path> files = Files.list(folder(test).resolve(kind))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All vectors of one kind, by name. */
  public static List<VectorFile> in(Class<?> test, String kind) {
    return paths(test, kind).stream().map(VectorFile::read).toList();
  }

  private static VectorFile read(Path path) {
    try {
      return new VectorFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of that line, which is understood from then on. */
  public Optional<String> take(String key) {
    return Optional.ofNullable(head.remove(key));
  }

  /** As {@link #take}, of a line that has to be there. */
  public String text(String key) {
    return take(key).orElseThrow(() -> new AssertionError(name + " lacks " + key));
  }

  /** Only what was asked for may stand in the head. */
  public void requireUnderstood() {
    if (!head.isEmpty()) {
      throw new AssertionError(name + " says what is not understood: " + head.keySet());
    }
  }

  /** The body as bytes, where it is hexadecimal. */
  public byte[] hex() {
    return HexFormat.of().parseHex(body.replace("\n", ""));
  }

  /** The body as text, with what it says only once. */
  public String textBody() {
    return take("repeat").map(this::repeated).orElse(body);
  }

  private String repeated(String repeat) {
    String[] parts = repeat.split(" ", 2);
    return body.replace("<repeat>", parts[1].repeat(Integer.parseInt(parts[0])));
  }

  /** {@link #textBody} in UTF-8. */
  public byte[] utf8() {
    return textBody().getBytes(UTF_8);
  }

  /** The lines of the body. */
  public List<String> lines() {
    return body.lines().toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
