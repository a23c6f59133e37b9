package io.localstream.domain.speed;

import java.util.Objects;

/**
 * How fast it goes from one device to another.
 *
 * @param network the network alone: nothing is read, sealed, opened or written
 * @param together a transfer with everything that belongs to it
 */
public record WaySpeed(Measurement network, Measurement together) {
  public WaySpeed {
    Objects.requireNonNull(network);
    Objects.requireNonNull(together);
  }
}
