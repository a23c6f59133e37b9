package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.OfferSpace;
import io.localstream.application.conversation.SessionOwner;
import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.session.Session;

/** Keeps the record of sessions, and passes on what happens in them. Thread-safe. */
public final class SessionKeeper implements SessionOwner {
  private final SessionRecords records;
  private final Switchboard switchboard;
  private final OfferDesk offers;
  private final EventObserver observer;
  private final Resumption resumption;

  public SessionKeeper(
      SessionRecords records,
      Switchboard switchboard,
      OfferDesk offers,
      EventObserver observer,
      Resumption resumption) {
    this.records = records;
    this.switchboard = switchboard;
    this.offers = offers;
    this.observer = observer;
    this.resumption = resumption;
  }

  /** A session begins. */
  void joined(LiveSession session) {
    switchboard.join(session);
    changed(session);
    observer.on(new LocalStreamEvent.PeerJoined(session.session()));
    resumption.joined(session);
  }

  @Override
  public OfferSpace offerSpace() {
    return offers.space();
  }

  @Override
  public void offered(LiveSession session, TransferTrack offer) {
    try {
      offers.add(session, offer);
    } catch (LocalStreamException declined) {
      observer.on(new LocalStreamEvent.Warning(String.valueOf(declined.getMessage())));
      return;
    }
    Runnable announcing = () -> observer.on(new LocalStreamEvent.OfferArrived(offer.current()));
    if (!resumption.takes(session, offer, announcing)) {
      announcing.run();
    }
  }

  @Override
  public void changed(LiveSession session) {
    try {
      records.save(session);
    } catch (LocalStreamException e) {
      // The session itself is sound; only its record is not.
      observer.on(
          new LocalStreamEvent.Warning("the session could not be recorded: " + e.getMessage()));
    }
  }

  @Override
  public void ended(LiveSession session, FailureCode code, String message) {
    Session ended = session.session();
    // Recorded first: who closes the device waits for the sessions on the board, and for no others.
    changed(session);
    switchboard.leave(ended.connection(), ended.id());
    observer.on(new LocalStreamEvent.PeerLeft(ended, message));
    records.ended(session);
    resumption.left(session);
  }
}
