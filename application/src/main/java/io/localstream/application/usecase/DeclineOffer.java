package io.localstream.application.usecase;

import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.util.Optional;

/** Says no to an offer. */
public interface DeclineOffer {
  /**
   * Declines and tells the sender.
   *
   * @param which the offer; empty for the oldest that waits
   * @return the declined transfer
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_OFFER} or {@code
   *     NO_SUCH_TRANSFER}
   */
  Transfer decline(Optional<TransferId> which);
}
