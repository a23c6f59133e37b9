package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;

/** Who keeps an eye on sessions. Called by the threads of the session. */
public interface SessionOwner {
  /** A peer offers something; the transfer waits until somebody accepts or declines it. */
  void offered(LiveSession session, TransferTrack offer);

  /** Where offers are put together, before anybody sees them. */
  OfferSpace offerSpace();

  /** What is to be remembered of the session has changed. */
  void changed(LiveSession session);

  /**
   * The session is over.
   *
   * @param code {@code CLOSED} when one of the two wanted it so
   * @param message one line for a person
   */
  void ended(LiveSession session, FailureCode code, String message);
}
