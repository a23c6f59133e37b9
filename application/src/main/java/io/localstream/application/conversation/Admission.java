package io.localstream.application.conversation;

import io.localstream.domain.session.SessionId;

/** Whether a connection has room for one more peer. */
public interface Admission {
  /**
   * Takes a place, once both the keys and the person are content.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code LIMIT_REACHED}
   */
  void admit();

  /** As {@link #admit}, but takes nothing: spares a person a question that can't help. */
  void requireRoom();

  /**
   * Lets the place that was taken be that of a session which is gone on with.
   *
   * @return false where that session has a place already; then nothing has changed
   */
  boolean become(SessionId former);

  /** Gives the place back, if one was taken. */
  void release();
}
