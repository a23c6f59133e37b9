package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;

/** Sees to another lane for each that is over, unless lanes do not help. For one thread. */
final class Replacements {
  /** So many in a row that carried nothing. */
  private static final int MAX_FRUITLESS = 8;

  private final TransferConversation conversation;
  private final LaneSource source;
  private final LaneGroup lanes;
  private int fruitless;

  Replacements(TransferConversation conversation, LaneSource source, LaneGroup lanes) {
    this.conversation = conversation;
    this.source = source;
    this.lanes = lanes;
  }

  /**
   * Lets the peer open another lane, where it is the peer that dials.
   *
   * @param carried how many chunks the lane brought
   * @throws LocalStreamException {@code LINK_BROKEN}: one lane after the other brings nothing
   */
  void inPlaceOf(int lane, long carried) {
    if (carried > 0) {
      fruitless = 0;
    } else if (!lanes.isEmptyBut(lane)) {
      return;
    } else if (++fruitless >= MAX_FRUITLESS) {
      throw new LocalStreamException(
          FailureCode.LINK_BROKEN,
          "the data connections break as soon as they are open: check the network");
    }
    source.another(conversation.id()).ifPresent(conversation.line::send);
  }
}
