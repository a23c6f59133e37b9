package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.Link;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lanes of the side that listened: they arrive, perhaps before they are wanted. */
final class AwaitedLanes implements LaneSource {
  private final LaneDesk desk;
  private final List<LaneTicket> issued = new ArrayList<>();
  private final List<Early> early = new ArrayList<>();
  private @Nullable Taker taker;
  private boolean closed;

  /** A lane that came before it was wanted. */
  private record Early(int lane, Link link) {}

  AwaitedLanes(LaneDesk desk, LaneCount count) {
    this.desk = desk;
    for (int i = 0; i < count.value(); i++) {
      issue();
    }
  }

  private synchronized LaneTicket issue() {
    int lane = issued.size();
    LaneTicket ticket = desk.expect(link -> arrived(lane, link));
    issued.add(ticket);
    return ticket;
  }

  private void arrived(int lane, Link link) {
    Taker ready;
    synchronized (this) {
      if (closed) {
        link.close();
        return;
      }
      ready = taker;
      if (ready == null) {
        early.add(new Early(lane, link));
        return;
      }
    }
    ready.take(lane, link);
  }

  @Override
  public synchronized List<LaneTicket> tickets() {
    return List.copyOf(issued);
  }

  @Override
  public void begin(List<LaneTicket> fromPeer, Taker ready) {
    List<Early> waiting;
    synchronized (this) {
      taker = ready;
      waiting = List.copyOf(early);
      early.clear();
    }
    waiting.forEach(each -> ready.take(each.lane(), each.link()));
  }

  @Override
  public synchronized Optional<ControlMessage.NewLane> another(TransferId transfer) {
    if (closed || issued.size() >= MAX_LANES) {
      return Optional.empty();
    }
    int lane = issued.size();
    return Optional.of(new ControlMessage.NewLane(transfer, lane, issue()));
  }

  @Override
  public void add(int lane, LaneTicket ticket) {
    throw LaneSource.outOfTurn();
  }

  @Override
  public synchronized void close() {
    closed = true;
    issued.forEach(desk::forget);
    early.forEach(each -> each.link().close());
    early.clear();
  }
}
