package io.localstream.application.usecase;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Takes an offer, from whichever side it comes. */
public interface ReceiveFiles {
  /**
   * Takes the oldest offer that waits, or waits for one; has it reviewed; asks the person unless
   * that is settled; and starts to receive.
   *
   * <p>Where the destination does not allow it (a file exists, no space) the offer stays waiting,
   * so that it can be taken with another destination.
   *
   * <p>Hidden names that would come into folders that exist are named by the question, and taken
   * where a person answers it with yes. Where nobody is asked, the destination's {@link
   * io.localstream.domain.transfer.NamePolicy} decides.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_OFFER} (none came within
   *     the wait), {@code NO_SUCH_TRANSFER}, {@code DECLINED} (the person said no and the sender is
   *     told; or the sender withdrew it meanwhile), {@code ONLY_LOOKED} (the review wanted no more,
   *     and the sender is told), {@code INVALID_ARGUMENT} (nothing of it is taken), or as {@link
   *     io.localstream.domain.port.IncomingFiles#open}
   * @throws InterruptedException when the caller gives up; an offer stays waiting
   */
  OngoingTransfer receive(Command command) throws InterruptedException;

  /**
   * Makes sure that something could be received there, before anybody is waited for.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_MISSING}: there is no
   *     such folder, and it would not be made
   */
  default void requirePlace(Destination destination) {}

  /**
   * Which offer to take, and where to.
   *
   * @param which the offer to take; empty for the oldest
   * @param waitForOffer how long to wait for an offer where there is none; zero not to wait
   * @param lanes over how many data connections at most; empty for as many as the sender asks for
   * @param verify whether everything is read once more at the end, on both sides, and compared
   * @param approved whether a person has said yes already, so that nobody is asked
   * @param review has the last word on where it goes, and whether it does
   */
  record Command(
      Destination destination,
      Optional<TransferId> which,
      Duration waitForOffer,
      Optional<LaneCount> lanes,
      boolean verify,
      boolean approved,
      OfferReview review) {
    public Command {
      Objects.requireNonNull(destination);
      Objects.requireNonNull(which);
      Objects.requireNonNull(waitForOffer);
      Objects.requireNonNull(lanes);
      Objects.requireNonNull(review);
    }

    /** The same with another review. */
    public Command reviewedBy(OfferReview other) {
      return new Command(destination, which, waitForOffer, lanes, verify, approved, other);
    }

    /** Without a look at what would happen. */
    public Command(
        Destination destination,
        Optional<TransferId> which,
        Duration waitForOffer,
        Optional<LaneCount> lanes,
        boolean verify,
        boolean approved) {
      this(
          destination,
          which,
          waitForOffer,
          lanes,
          verify,
          approved,
          OfferReview.taking(destination));
    }

    /** Takes this offer, to that place and otherwise in the same way, without a question. */
    public Command again(TransferId offer, Destination place) {
      return new Command(place, Optional.of(offer), Duration.ZERO, lanes, verify, true);
    }

    /** The same with another wait for the offer. */
    public Command waiting(Duration other) {
      return new Command(destination, which, other, lanes, verify, approved, review);
    }
  }
}
