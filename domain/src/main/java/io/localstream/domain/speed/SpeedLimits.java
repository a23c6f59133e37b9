package io.localstream.domain.speed;

import java.time.Duration;

/**
 * How much a measurement may take of a device. No peer can raise any of them.
 *
 * @param step the longest time that is measured in a step
 * @param stepBytes the most that is sealed, sent or received in a step
 * @param fileBytes the most that a file on the disk may take; there are two at most
 * @param patience after which a step that does not end is given up
 */
public record SpeedLimits(Duration step, long stepBytes, long fileBytes, Duration patience) {
  /** Two seconds for a step, 1 GiB on the way, and twice 120 MiB on the disk. */
  public static final SpeedLimits DEFAULT =
      new SpeedLimits(Duration.ofSeconds(2), 1L << 30, 120L << 20, Duration.ofSeconds(20));

  public SpeedLimits {
    if (!step.isPositive() || !patience.isPositive() || stepBytes < 1 || fileBytes < 1) {
      throw new IllegalArgumentException("a limit of nothing measures nothing");
    }
  }
}
