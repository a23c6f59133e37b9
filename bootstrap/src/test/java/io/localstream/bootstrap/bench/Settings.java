package io.localstream.bootstrap.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What was asked for on the command line.
 *
 * @param rows the rows to run; all where empty
 * @param size of the one large file; the other sizes follow it
 */
record Settings(
    List<String> rows,
    int rounds,
    long size,
    Path program,
    Path out,
    boolean strict,
    boolean page) {
  private static final int ROUNDS = 7;
  private static final long SIZE = 1L << 30;

  static Settings parse(String... arguments) {
    Settings settings =
        new Settings(
            List.of(),
            ROUNDS,
            SIZE,
            defaultProgram(),
            Module.folder().resolve("target/bench"),
            false,
            false);
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      settings = settings.with(left.removeFirst(), left);
    }
    return settings;
  }

  private static Path defaultProgram() {
    Path packaged = Module.folder().resolve("target/localstream/bin/localstream");
    return Files.isExecutable(packaged) ? packaged : Module.folder().resolve("bin/localstream");
  }

  private Settings with(String option, Deque<String> left) {
    return switch (option) {
      case "--strict" -> new Settings(rows, rounds, size, program, out, true, page);
      case "--page" -> new Settings(rows, rounds, size, program, out, strict, true);
      case "--rows" ->
          new Settings(
              List.of(value(option, left).split(",")), rounds, size, program, out, strict, page);
      case "--rounds" ->
          new Settings(
              rows, Integer.parseInt(value(option, left)), size, program, out, strict, page);
      case "--size" ->
          new Settings(rows, rounds, bytes(value(option, left)), program, out, strict, page);
      case "--program" ->
          new Settings(rows, rounds, size, path(value(option, left)), out, strict, page);
      case "--out" ->
          new Settings(rows, rounds, size, program, path(value(option, left)), strict, page);
      default -> throw new IllegalArgumentException("no such option: " + option);
    };
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return left.removeFirst();
  }

  private static Path path(String text) {
    return Path.of(text).toAbsolutePath();
  }

  /** Bytes, or with a unit of 1024: {@code 64K}, {@code 16M}, {@code 1G}. */
  static long bytes(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    int unit = "KMG".indexOf(upper.charAt(upper.length() - 1));
    String number = unit < 0 ? upper : upper.substring(0, upper.length() - 1);
    return Long.parseLong(number) << 10 * (unit + 1);
  }
}
