package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.PinBoard;
import io.localstream.domain.port.SessionStore;

/** What is kept of the sessions of this process: nothing with a device that is not pinned. */
public final class SessionRecords {
  private final SessionStore store;
  private final PinBoard pins;
  private final Object recording = new Object();

  public SessionRecords(SessionStore store, PinBoard pins) {
    this.store = store;
    this.pins = pins;
  }

  /** A session has begun or changed. */
  void save(LiveSession session) {
    if (pins.isPassing(session.peer().id())) {
      return;
    }
    synchronized (recording) {
      // As it is now: what two threads have to tell must not be saved the other way round.
      store.save(session.session());
    }
  }

  /** A session is over; one that broke may be resumed. */
  void ended(LiveSession session) {
    if (!session.isBroken()) {
      pins.parted(session.peer().id());
    }
  }
}
