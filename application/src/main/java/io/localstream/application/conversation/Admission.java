package io.localstream.application.conversation;

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

  /** Gives the place back, if one was taken. */
  void release();
}
