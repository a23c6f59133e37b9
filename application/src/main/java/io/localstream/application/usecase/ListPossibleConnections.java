package io.localstream.application.usecase;

import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Tells where a peer could be reached. */
public interface ListPossibleConnections {
  /**
   * What is known after listening for announcements for that long. A device that is set not to
   * announce itself does not listen either: who listens asks, and is seen to ask.
   *
   * @param listen zero to tell what has been heard so far
   */
  Result list(Duration listen) throws InterruptedException;

  /** Keeps listening, so that each look at the result shows how it stands then. */
  Watch watch();

  /** Listens for announcements until it is closed. Safe for several threads. */
  interface Watch extends AutoCloseable {
    /** How it stands now. */
    Result now();

    /**
     * Waits until something else is announced than {@code seen} tells.
     *
     * @return how it stands then, or after {@code longest}
     */
    Result awaitOther(Result seen, Duration longest) throws InterruptedException;

    @Override
    void close();
  }

  /**
   * Own interfaces, the devices that announce themselves, and the neighbours that the system knows.
   */
  record Result(
      List<LocalInterface> interfaces, List<Announced> announced, List<Neighbour> neighbours) {
    public Result {
      interfaces = List.copyOf(interfaces);
      announced = List.copyOf(announced);
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * A device that announces itself. Anybody can announce anything: only a connection shows who it
   * is.
   *
   * @param what as announced, with the name under which the device is known here, where it is
   */
  record Announced(Announcement what, Standing standing) {
    public Announced {
      Objects.requireNonNull(what);
      Objects.requireNonNull(standing);
    }
  }

  /** What is known of the device that an announcement names. */
  enum Standing {
    KNOWN,
    NEW,
    REVOKED
  }
}
