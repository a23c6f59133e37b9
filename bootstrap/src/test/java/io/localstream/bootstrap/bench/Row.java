package io.localstream.bootstrap.bench;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * One line of the comparison.
 *
 * @param mostRounds how often it is done at most, because it takes long
 */
record Row(
    String id,
    String title,
    Measure measure,
    List<Target> targets,
    List<Need> needs,
    int mostRounds,
    Opening opening) {

  /** Prepares both sides. */
  @FunctionalInterface
  interface Opening {
    Contest open(Workshop workshop, long size);
  }

  /** Runs it, or says why not. */
  Outcome run(Workshop workshop, Settings settings) {
    Optional<String> obstacle =
        needs.stream().flatMap(need -> need.obstacle().stream()).findFirst();
    if (obstacle.isPresent()) {
      return Outcome.missing(this, obstacle.get());
    }
    int rounds = Math.min(mostRounds, settings.rounds());
    try {
      Contest contest = opening.open(workshop, settings.size());
      return Outcome.of(this, contest, contest.run(workshop, measure, rounds));
    } catch (CannotRun | UncheckedIOException | AssertionError e) {
      return Outcome.missing(this, String.valueOf(e.getMessage()));
    } finally {
      workshop.clear();
    }
  }
}
