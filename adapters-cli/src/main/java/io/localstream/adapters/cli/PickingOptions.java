package io.localstream.adapters.cli;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Picking;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What of an offer is received, and whether anything is. */
final class PickingOptions {
  @Option(
      names = "--plan",
      description = "show what would happen, and receive nothing; the sender is told")
  private boolean plan;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description =
          "receive only what this fits, as in a .gitignore: '*.jpg', '/photos/2024/'; / is the top"
              + " of the offer; may be repeated")
  private List<String> only = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "leave out what this fits; may be repeated")
  private List<String> excludes = List.of();

  boolean given() {
    return plan || !only.isEmpty() || !excludes.isEmpty();
  }

  /** What is to become of an offer for that destination, of which nothing is picked yet. */
  Wanted wanted(Destination destination, Surroundings surroundings, GlobalOptions options) {
    Destination picked = destination.with(new Picking(only, excludes, Map.of()));
    PersonReview review = new PersonReview(surroundings);
    return new Wanted(
        picked, plan ? review.looking(picked, options.verbose()) : review.asking(picked));
  }
}
