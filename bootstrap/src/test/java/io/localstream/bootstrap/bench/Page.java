package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of PERFORMANCE.md that is made of results, and the charts beside it. */
final class Page {
  private static final String BEGIN = "<!-- results: made by bootstrap/bench/run --page -->";
  private static final String END = "<!-- end of results -->";

  private Page() {}

  /** Takes results of earlier runs. */
  public static void main(String... files) {
    update(
        Stream.of(files)
            .map(Path::of)
            .map(Results::read)
            .reduce(Results::and)
            .orElseThrow(() -> new IllegalArgumentException("which results?")));
  }

  static void update(Results results) {
    Path file = Module.folder().resolve("PERFORMANCE.md");
    try {
      Files.writeString(file, replaced(Files.readString(file), text(results)));
      Path charts = Files.createDirectories(Module.folder().resolve("performance"));
      results.outcomes().stream()
          .filter(outcome -> !outcome.rounds().isEmpty())
          .forEach(outcome -> Charts.rounds(outcome, charts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String replaced(String page, String results) {
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IllegalArgumentException("the page has no place for results");
    }
    return page.substring(0, begin) + "\n" + results + page.substring(end);
  }

  private static String text(Results results) {
    StringBuilder text = new StringBuilder();
    text.append("\nMeasured ").append(results.date()).append(":\n\n");
    results.machine().forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
    text.append('\n').append(Table.HEAD);
    results.outcomes().forEach(outcome -> text.append(Table.markdown(outcome)));
    text.append('\n');
    text.append(
        results.outcomes().stream()
            .filter(outcome -> !outcome.rounds().isEmpty())
            .map(outcome -> "![%s](performance/%s.svg)%n".formatted(outcome.title(), outcome.id()))
            .collect(Collectors.joining("\n")));
    return text.append('\n').toString();
  }
}
