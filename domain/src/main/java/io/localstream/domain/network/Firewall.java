package io.localstream.domain.network;

import java.util.Objects;

/**
 * A packet filter of this system.
 *
 * @param name what the system calls it, for example {@code ufw}
 * @param state whether it filters
 * @param openPort the command that lets others reach a TCP port, with {@code PORT} where the number
 *     goes
 * @param openDiscovery the command that lets announcements (multicast DNS, UDP port 5353) through
 */
public record Firewall(String name, State state, String openPort, String openDiscovery) {
  /** Whether it filters. */
  public enum State {
    ON,
    OFF,
    /** The system does not tell this user. */
    UNKNOWN
  }

  public Firewall {
    Objects.requireNonNull(name);
    Objects.requireNonNull(state);
    Objects.requireNonNull(openPort);
    Objects.requireNonNull(openDiscovery);
  }
}
