package io.localstream.domain.transfer;

import java.time.Duration;

/** Over how many data connections at the same time a transfer goes: 1 to 16. */
public record LaneCount(int value) {
  public static final int MAX = 16;

  /** From there on a single connection waits for acknowledgements, and suffers from each loss. */
  private static final Duration FAR = Duration.ofMillis(4);

  private static final Duration VERY_FAR = Duration.ofMillis(20);
  private static final int LANES_WHEN_FAR = 8;
  private static final int CORES_PER_LANE = 4;
  private static final int MOST_WHEN_NEAR = 4;

  public LaneCount {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("a transfer goes over 1 to " + MAX + " lanes");
    }
  }

  /**
   * What suits the way between two devices. Nearby, one lane fills the network until a processor
   * core is the limit, so that only many cores are worth more; far away more lanes keep more on the
   * way.
   *
   * @param roundTrip time for a byte to the other device and back
   * @param cores of this device
   */
  public static LaneCount fitting(Duration roundTrip, int cores) {
    if (roundTrip.compareTo(VERY_FAR) >= 0) {
      return new LaneCount(MAX);
    }
    if (roundTrip.compareTo(FAR) >= 0) {
      return new LaneCount(LANES_WHEN_FAR);
    }
    return new LaneCount(Math.clamp(cores / CORES_PER_LANE, 1, MOST_WHEN_NEAR));
  }

  /** Parses a number. */
  public static LaneCount parse(String text) {
    try {
      return new LaneCount(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number of lanes is 1 to " + MAX, e);
    }
  }
}
