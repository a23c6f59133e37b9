package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Brings this device and one other together for one transfer. */
final class Rendezvous {
  /** Two people who start at the same moment need not wait; those who wait long cost little. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(320);
  private static final Set<FailureCode> NOT_THERE_YET =
      Set.of(FailureCode.UNREACHABLE, FailureCode.TIMED_OUT, FailureCode.LIMIT_REACHED);

  private final Surroundings surroundings;

  Rendezvous(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Listens for one peer, without remembering the connection.
   *
   * @param otherSide what the other side types in front of {@code HOST:PORT}
   */
  Connection listen(Optional<HostAddress> host, int port, String otherSide, Duration wait)
      throws InterruptedException {
    Connection connection =
        surroundings
            .device()
            .openConnection()
            .open(new OpenConnection.Command(host, port, new PeerLimit(1), false));
    ConnectionText text = new ConnectionText(surroundings.device());
    surroundings.screen().notice(text.listening(connection));
    surroundings
        .screen()
        .notice(
            "waiting "
                + WaitTime.describe(wait)
                + " for the other side: "
                + otherSide
                + " "
                + text.reachable(connection, Endpoint::toString));
    return connection;
  }

  /** Dials, and again while nobody listens there yet, until the patience is at its end. */
  Session dial(ConnectToPeer.Command command, Patience patience) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return surroundings.device().connectToPeer().connect(command);
      } catch (LocalStreamException e) {
        Duration left = patience.left();
        if (!NOT_THERE_YET.contains(e.code()) || left.isZero()) {
          throw e;
        }
        if (pause.equals(FIRST_PAUSE)) {
          surroundings.screen().notice("nobody at " + command.remote() + " yet, trying again");
        }
        Thread.sleep(left.compareTo(pause) < 0 ? left : pause);
        pause = pause.equals(LONGEST_PAUSE) ? pause : pause.multipliedBy(2);
      }
    }
  }

  /** Finds a device that is known by name, and connects to it. */
  Session find(Target.Known known, Duration longest) throws InterruptedException {
    surroundings
        .screen()
        .notice(
            "looking for " + DisplayText.escape(known.name()) + " " + WaitTime.describe(longest));
    return surroundings.device().connectToPeer().connect(known.name(), longest, false);
  }
}
