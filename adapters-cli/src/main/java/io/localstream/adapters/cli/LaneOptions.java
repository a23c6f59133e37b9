package io.localstream.adapters.cli;

import io.localstream.domain.transfer.LaneCount;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Over how many data connections a transfer goes. */
final class LaneOptions {
  @Option(
      names = "--lanes",
      paramLabel = "LANES",
      description =
          "data connections at the same time, 1 to 16; the receiver's number is a limit; chosen by"
              + " distance and processor where not given")
  private Optional<LaneCount> count = Optional.empty();

  Optional<LaneCount> count() {
    return count;
  }
}
