package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Runs the rows and reports; see bootstrap/bench/README.md. */
final class Comparison {
  private Comparison() {}

  /** Ends with 1 if a target was missed or a row could not run, and that was asked about. */
  public static void main(String... arguments) throws IOException {
    try {
      Settings settings = Settings.parse(arguments);
      System.exit(compare(settings, Rows.named(settings.rows())));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static int compare(Settings settings, List<Row> rows) throws IOException {
    Results results = run(settings, rows);
    Path file = Files.createDirectories(settings.out()).resolve("results.json");
    results.write(file);
    System.out.println("written: " + file);
    if (settings.page()) {
      Page.update(results);
    }
    boolean allMet = results.outcomes().stream().allMatch(Outcome::met);
    return settings.strict() && !allMet ? 1 : 0;
  }

  private static Results run(Settings settings, List<Row> rows) {
    String date = LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString();
    List<Outcome> outcomes = new ArrayList<>();
    try (Workshop workshop = Workshop.open(settings.program())) {
      // Where it is the launcher in the sources, it builds the program now and not while it is
      // measured.
      Command.of(workshop.folder(), settings.program().toString(), "--version").output();
      var machine = Machine.described(settings.program());
      machine.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
      if (Machine.isBusy()) {
        System.out.println(
            "THE MACHINE IS BUSY: trust ratios a little, and figures alone not at all");
      }
      for (Row row : rows) {
        Outcome outcome = row.run(workshop, settings);
        outcomes.add(outcome);
        System.out.println(Table.line(outcome));
      }
      return new Results(date, machine, settings.size(), outcomes);
    }
  }
}
