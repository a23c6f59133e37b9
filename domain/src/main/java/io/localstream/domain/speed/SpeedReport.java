package io.localstream.domain.speed;

import java.time.Duration;
import java.util.Objects;

/**
 * What was measured between two devices.
 *
 * @param roundTrip of a message and its answer, the median of several
 * @param there from this device to the other
 * @param back from the other device to this one
 */
public record SpeedReport(
    DeviceSpeed own, DeviceSpeed peer, Duration roundTrip, WaySpeed there, WaySpeed back) {
  public SpeedReport {
    Objects.requireNonNull(own);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(roundTrip);
    Objects.requireNonNull(there);
    Objects.requireNonNull(back);
  }

  /** What holds up what this device sends. */
  public Bottleneck limitThere() {
    return Bottleneck.of(Stage.onTheWay(own, there.network(), peer), there.together());
  }

  /** What holds up what this device receives. */
  public Bottleneck limitBack() {
    return Bottleneck.of(Stage.onTheWay(peer, back.network(), own), back.together());
  }
}
