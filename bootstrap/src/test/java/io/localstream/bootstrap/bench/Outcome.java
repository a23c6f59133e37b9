package io.localstream.bootstrap.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row; everything that tables and charts are made of.
 *
 * @param obstacle why there are no rounds; null where there are
 */
record Outcome(
    String id,
    String title,
    Measure measure,
    String target,
    String ours,
    String theirs,
    List<Round> rounds,
    boolean met,
    @Nullable String obstacle) {

  static Outcome missing(Row row, String obstacle) {
    return new Outcome(
        row.id(), row.title(), row.measure(), wanted(row), "", "", List.of(), false, obstacle);
  }

  static Outcome of(Row row, Contest contest, List<Round> rounds) {
    Outcome open =
        new Outcome(
            row.id(),
            row.title(),
            row.measure(),
            wanted(row),
            contest.ours(),
            contest.theirs(),
            rounds,
            false,
            null);
    double ratio = contest.theirs().isEmpty() ? Double.NaN : open.ratios().median();
    double own = open.oursInOrder().median();
    return open.judged(row.targets().stream().allMatch(target -> target.isMet(own, ratio)));
  }

  private Outcome judged(boolean met) {
    return new Outcome(id, title, measure, target, ours, theirs, rounds, met, obstacle);
  }

  private static String wanted(Row row) {
    return String.join(
        ", ", row.targets().stream().map(target -> target.text(row.measure().unit())).toList());
  }

  boolean isCompared() {
    return !rounds.isEmpty() && !theirs.isEmpty();
  }

  Series oursInOrder() {
    return Series.of(rounds.stream().map(Round::ours).toList());
  }

  Series theirsInOrder() {
    return Series.of(rounds.stream().map(Round::theirs).toList());
  }

  /** Of each round by itself: what disturbs the machine for long disturbs both sides. */
  Series ratios() {
    return Series.of(
        rounds.stream().map(round -> measure.ratio(round.ours(), round.theirs())).toList());
  }
}
