package io.localstream.bootstrap.bench;

import java.util.Locale;
import java.util.Objects;

/** How an outcome reads: as a line on a terminal, and as a line of a table in a page. */
final class Table {
  static final String HEAD =
      """
      | row | what | target | reached (median) | spread: min, quartiles, max | LocalStream | against | |
      |---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  static String line(Outcome outcome) {
    if (outcome.rounds().isEmpty()) {
      String why = Objects.requireNonNullElse(outcome.obstacle(), "no rounds");
      return "%-16s NOT RUN: %s".formatted(outcome.id(), why);
    }
    return "%-16s %-4s target %s; reached %s (%s); ours %s; theirs %s; %d rounds"
        .formatted(
            outcome.id(),
            judgement(outcome, "MISS"),
            outcome.target(),
            reached(outcome),
            spread(outcome),
            own(outcome),
            other(outcome),
            outcome.rounds().size());
  }

  static String markdown(Outcome outcome) {
    if (outcome.rounds().isEmpty()) {
      String why = outcome.obstacle() == null ? "" : outcome.obstacle().lines().toList().getLast();
      return "| `%s` | %s | %s | not run: %s | | | | |%n"
          .formatted(outcome.id(), outcome.title(), outcome.target(), why);
    }
    return "| `%s` | %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            outcome.id(),
            outcome.title(),
            outcome.target(),
            reached(outcome),
            spread(outcome),
            own(outcome),
            other(outcome),
            judgement(outcome, "**missed**"));
  }

  /** Some rows only say what can be reached. */
  private static String judgement(Outcome outcome, String missed) {
    if (outcome.target().isEmpty()) {
      return "-";
    }
    return outcome.met() ? "met" : missed;
  }

  private static String reached(Outcome outcome) {
    return outcome.isCompared() ? ratio(outcome.ratios().median()) : own(outcome);
  }

  private static String spread(Outcome outcome) {
    Series all = outcome.isCompared() ? outcome.ratios() : outcome.oursInOrder();
    return "%s, %s-%s, %s"
        .formatted(
            Figures.rounded(all.min()),
            Figures.rounded(all.quantile(0.25)),
            Figures.rounded(all.quantile(0.75)),
            Figures.rounded(all.max()));
  }

  private static String own(Outcome outcome) {
    return Figures.rounded(outcome.oursInOrder().median()) + " " + outcome.measure().unit();
  }

  private static String other(Outcome outcome) {
    return outcome.isCompared()
        ? Figures.rounded(outcome.theirsInOrder().median()) + " (" + outcome.theirs() + ")"
        : "-";
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f x", ratio);
  }
}
