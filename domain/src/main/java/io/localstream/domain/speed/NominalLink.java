package io.localstream.domain.speed;

import java.util.Arrays;
import java.util.Optional;

/**
 * The speed that is printed on cables, cards and switches. What is left of it for content is less:
 * of every 1,538 bytes that an Ethernet frame takes on the cable (IEEE 802.3, with preamble and
 * gap), TCP with time stamps (RFC 7323) carries 1,448.
 */
public enum NominalLink {
  MEGABIT_10(10),
  MEGABIT_100(100),
  GIGABIT_1(1_000),
  GIGABIT_2_5(2_500),
  GIGABIT_5(5_000),
  GIGABIT_10(10_000),
  GIGABIT_25(25_000),
  GIGABIT_40(40_000),
  GIGABIT_100(100_000);

  private static final double LEAST = 0.88;
  private static final double MOST = 0.98;
  private static final double BITS_PER_MEGABIT = 1e6;

  private final int megabits;

  NominalLink(int megabits) {
    this.megabits = megabits;
  }

  /** Megabits per second. */
  public int megabits() {
    return megabits;
  }

  /** The one that a measured network fills; empty where it fills none. */
  public static Optional<NominalLink> filledBy(Measurement network) {
    double measured = network.bytesPerSecond() * Byte.SIZE / BITS_PER_MEGABIT;
    return Arrays.stream(values())
        .filter(link -> measured >= LEAST * link.megabits && measured <= MOST * link.megabits)
        .findFirst();
  }
}
