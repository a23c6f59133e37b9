package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Transport;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lanes of the side that dialled: the first tells how far the peer is, and so how many. */
final class DialledLanes implements LaneSource {
  /** A network that was cut comes back within seconds, or the session ends too. */
  private static final int TRIES = 20;

  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private final Route route;
  private final HowMany howMany;

  /** Of lanes that were dialled, or could have been: each is there once. */
  private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Taker taker;
  private volatile boolean closed;

  /**
   * How to get to the peer.
   *
   * @param timeout longest time for each lane
   */
  record Route(Transport transport, Endpoint remote, Duration timeout) {}

  /**
   * How many lanes: as many as are wished for, or else as suit the way and the device.
   *
   * @param cores of this device
   */
  record HowMany(LaneWish wish, int cores) {
    int fitting(Link first) {
      Duration roundTrip = first.roundTrip().orElse(Duration.ZERO);
      return wish.number().orElseGet(() -> LaneCount.fitting(roundTrip, cores)).value();
    }
  }

  /** Dials nothing yet. */
  DialledLanes(Route route, HowMany howMany) {
    this.route = route;
    this.howMany = howMany;
  }

  @Override
  public List<LaneTicket> tickets() {
    return List.of();
  }

  @Override
  public void begin(List<LaneTicket> fromPeer, Taker ready) {
    if (fromPeer.isEmpty() || fromPeer.size() > LaneCount.MAX) {
      throw LaneSource.outOfTurn();
    }
    IntStream.range(0, fromPeer.size()).forEach(numbers::add);
    taker = ready;
    Threads.start("dial lane 0", () -> dialFirst(fromPeer, ready));
  }

  private void dialFirst(List<LaneTicket> tickets, Taker ready) {
    Optional<Link> first = dial(tickets.getFirst(), ready, 1);
    if (first.isEmpty()) {
      return;
    }
    int count = Math.min(howMany.fitting(first.get()), tickets.size());
    hand(0, first.get(), ready);
    for (int lane = 1; lane < count; lane++) {
      start(lane, tickets.get(lane), ready);
    }
  }

  private void start(int lane, LaneTicket ticket, Taker ready) {
    Threads.start(
        "dial lane " + lane,
        () -> dial(ticket, ready, TRIES).ifPresent(link -> hand(lane, link, ready)));
  }

  private Optional<Link> dial(LaneTicket ticket, Taker ready, int tries) {
    Greeting greeting = new Greeting.Lane(ticket);
    for (int left = tries; !closed; left--) {
      try {
        return Optional.of(route.transport().dial(route.remote(), greeting, route.timeout()));
      } catch (LocalStreamException e) {
        if (left <= 1) {
          ready.missed(e);
          return Optional.empty();
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return Optional.empty();
  }

  private void hand(int lane, Link link, Taker ready) {
    if (closed) {
      link.close();
    } else {
      ready.take(lane, link);
    }
  }

  @Override
  public Optional<ControlMessage.NewLane> another(TransferId transfer) {
    return Optional.empty();
  }

  @Override
  public void add(int lane, LaneTicket ticket) {
    Taker ready = taker;
    if (ready == null || !numbers.add(lane)) {
      throw LaneSource.outOfTurn();
    }
    start(lane, ticket, ready);
  }

  @Override
  public void close() {
    closed = true;
  }
}
