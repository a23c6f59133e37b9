package io.localstream.application.conversation;

import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.Link;
import io.localstream.domain.transfer.LaneTicket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Brings lanes that arrive to the transfers that wait for them. Thread-safe. */
public final class LaneDesk {
  private final IdentifierSource identifiers;
  private final Map<LaneTicket, Consumer<Link>> expected = new ConcurrentHashMap<>();

  public LaneDesk(IdentifierSource identifiers) {
    this.identifiers = identifiers;
  }

  /**
   * Issues a ticket for one lane.
   *
   * @param taker is handed the lane, at most once; must not wait for anything
   */
  LaneTicket expect(Consumer<Link> taker) {
    LaneTicket ticket = identifiers.newTicket();
    expected.put(ticket, taker);
    return ticket;
  }

  /**
   * Hands a lane over to whoever issued its ticket. A ticket serves once; a lane whose ticket is
   * not known is closed.
   */
  public void arrived(LaneTicket ticket, Link lane) {
    Consumer<Link> taker = expected.remove(ticket);
    if (taker == null) {
      lane.close();
    } else {
      taker.accept(lane);
    }
  }

  /** Takes a ticket back. */
  void forget(LaneTicket ticket) {
    expected.remove(ticket);
  }
}
