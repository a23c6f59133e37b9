package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Transport;
import io.localstream.domain.transfer.LaneTicket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a side of a transfer comes to its lane: who dialled the session dials the lane too. */
sealed interface LaneOpening extends AutoCloseable {
  /** The tickets to send to the peer; empty where this side dials. */
  List<LaneTicket> tickets();

  /** Opens or awaits the lane. */
  Link open(List<LaneTicket> fromPeer, Duration timeout) throws InterruptedException;

  /** Ends an {@link #open} that waits, and closes a lane that nobody took. */
  @Override
  void close();

  /** This side dialled. */
  record Dialling(Transport transport, Endpoint remote) implements LaneOpening {
    @Override
    public List<LaneTicket> tickets() {
      return List.of();
    }

    @Override
    public Link open(List<LaneTicket> fromPeer, Duration timeout) {
      if (fromPeer.isEmpty()) {
        throw new LocalStreamException(
            FailureCode.PROTOCOL_VIOLATION, "the peer sent no ticket for the data connection");
      }
      return transport.dial(remote, new Greeting.Lane(fromPeer.getFirst()), timeout);
    }

    @Override
    public void close() {
      // Nothing is held between tickets() and open().
    }
  }

  /** This side listened. */
  record Awaiting(LaneDesk desk, LaneDesk.Expected expected) implements LaneOpening {
    @Override
    public List<LaneTicket> tickets() {
      return List.of(expected.ticket());
    }

    @Override
    public Link open(List<LaneTicket> fromPeer, Duration timeout) throws InterruptedException {
      try {
        Link lane = expected.link().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return lane;
      } catch (TimeoutException e) {
        throw new LocalStreamException(
            FailureCode.TIMED_OUT, "the peer opened no data connection in time", e);
      } catch (CancellationException | ExecutionException e) {
        throw new LocalStreamException(FailureCode.CLOSED, "the data connection was not opened", e);
      }
    }

    @Override
    public void close() {
      desk.forget(expected);
    }
  }
}
