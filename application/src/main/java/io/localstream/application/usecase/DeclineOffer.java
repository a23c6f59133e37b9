package io.localstream.application.usecase;

import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.util.Objects;
import java.util.Optional;

/** Says no to an offer. */
public interface DeclineOffer {
  /**
   * Declines and tells the sender.
   *
   * @return the declined transfer
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_OFFER} or {@code
   *     NO_SUCH_TRANSFER}
   */
  Transfer decline(Command command);

  /**
   * Which offer to decline.
   *
   * @param which the offer; empty for the oldest that waits
   */
  record Command(Optional<TransferId> which) {
    public Command {
      Objects.requireNonNull(which);
    }
  }
}
