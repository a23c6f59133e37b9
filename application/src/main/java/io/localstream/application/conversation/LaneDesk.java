package io.localstream.application.conversation;

import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.Link;
import io.localstream.domain.transfer.LaneTicket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Brings lanes that arrive to the transfers that wait for them. Thread-safe. */
public final class LaneDesk {
  private final IdentifierSource identifiers;
  private final Map<LaneTicket, CompletableFuture<Link>> expected = new ConcurrentHashMap<>();

  public LaneDesk(IdentifierSource identifiers) {
    this.identifiers = identifiers;
  }

  /** Issues a ticket for one lane. */
  Expected expect() {
    Expected lane = new Expected(identifiers.newTicket(), new CompletableFuture<>());
    expected.put(lane.ticket(), lane.link());
    return lane;
  }

  /**
   * Hands a lane over to whoever issued its ticket. A ticket serves once; a lane whose ticket is
   * not known is closed.
   */
  public void arrived(LaneTicket ticket, Link lane) {
    CompletableFuture<Link> waiting = expected.remove(ticket);
    if (waiting == null || !waiting.complete(lane)) {
      lane.close();
    }
  }

  /** Takes a ticket back, and closes a lane that came for it and was not taken. */
  void forget(Expected lane) {
    expected.remove(lane.ticket());
    if (!lane.link().cancel(false) && !lane.link().isCompletedExceptionally()) {
      lane.link().join().close();
    }
  }

  /** A lane that is waited for. */
  record Expected(LaneTicket ticket, CompletableFuture<Link> link) {}
}
