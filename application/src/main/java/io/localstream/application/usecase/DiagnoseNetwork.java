package io.localstream.application.usecase;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds out why others can't see or reach this device. */
public interface DiagnoseNetwork {
  /** So long an announcement may take to be heard again. */
  Duration ECHO_PATIENCE = Duration.ofSeconds(3);

  /**
   * Looks at everything; takes some seconds, as announcements are waited for.
   *
   * @param port the port that others are to reach, 1 to 65,535
   * @throws InterruptedException when the caller gives up
   */
  Result diagnose(int port) throws InterruptedException;

  /**
   * What was found.
   *
   * @param announcing whether this device is set to announce its connections
   * @param devices how many other devices' announcements were heard meanwhile
   */
  record Result(
      List<InterfaceFinding> interfaces,
      List<Neighbour> neighbours,
      List<Firewall> firewalls,
      int port,
      boolean announcing,
      int devices) {
    public Result {
      interfaces = List.copyOf(interfaces);
      neighbours = List.copyOf(neighbours);
      firewalls = List.copyOf(firewalls);
    }
  }

  /**
   * What was found at one interface.
   *
   * @param echo how long an announcement took to be heard again there; empty where it was not
   * @param reached the address and port at which this device could reach itself through it
   * @param problem why it could not; one line for a person
   */
  record InterfaceFinding(
      LocalInterface where,
      Optional<Duration> echo,
      Optional<Endpoint> reached,
      Optional<String> problem) {
    public InterfaceFinding {
      Objects.requireNonNull(where);
      Objects.requireNonNull(echo);
      Objects.requireNonNull(reached);
      Objects.requireNonNull(problem);
    }
  }
}
