package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.OfferSpace;
import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The offers that wait for an answer, oldest first. Thread-safe. */
public final class OfferDesk {
  private final List<PendingOffer> waiting = new ArrayList<>();
  private final Changes changes = new Changes();
  private final TransferBook book;
  private final ReceiptStore receipts;
  private final OfferSpace space;

  /**
   * @param receipts of transfers that are over, whose identifiers are not used again
   * @param space for what they hold, all together
   */
  public OfferDesk(TransferBook book, ReceiptStore receipts, OfferSpace space) {
    this.book = book;
    this.receipts = receipts;
    this.space = space;
  }

  OfferSpace space() {
    return space;
  }

  /** An offer and the session that it came by. */
  record PendingOffer(LiveSession session, TransferTrack track) {}

  /**
   * Puts an offer down until it is taken or withdrawn, or declines it where a transfer had its
   * identifier before: of the receipts of both only one could be kept.
   *
   * @throws LocalStreamException {@code DECLINED}: it was
   */
  void add(LiveSession session, TransferTrack track) {
    TransferId id = track.current().id();
    if (isOver(id) || !book.addNew(track)) {
      LocalStreamException reason =
          new LocalStreamException(
              FailureCode.DECLINED,
              session.peer().name().display()
                  + " offered something as a transfer that was there before ("
                  + id
                  + "); it was declined");
      session.decline(track, reason);
      throw reason;
    }
    PendingOffer offer = new PendingOffer(session, track);
    synchronized (this) {
      waiting.add(offer);
    }
    changes.tell();
    track.onWithdrawal(() -> withdraw(offer));
  }

  private boolean isOver(TransferId id) {
    try {
      return receipts.find(id).isPresent();
    } catch (LocalStreamException e) {
      // One that can't be read is there, and could not be replaced.
      return e.code() == FailureCode.STORE_DAMAGED;
    }
  }

  private void withdraw(PendingOffer offer) {
    boolean waited;
    synchronized (this) {
      waited = waiting.remove(offer);
    }
    if (waited) {
      conclude(offer);
    }
  }

  /** Ends an offer that was made to fail from outside. */
  void conclude(PendingOffer offer) {
    try {
      offer.track().requireWanted();
    } catch (LocalStreamException reason) {
      offer.session().decline(offer.track(), reason);
    }
  }

  /** Which offer is wanted. */
  sealed interface Wanted {
    /** The oldest that waits. */
    record Oldest() implements Wanted {}

    /** This one. */
    record This(TransferId id) implements Wanted {}
  }

  /**
   * Takes an offer off the desk.
   *
   * @param longest how long to wait for one
   * @throws LocalStreamException {@code NO_OFFER} or {@code NO_SUCH_TRANSFER}
   */
  PendingOffer take(Wanted wanted, Duration longest) throws InterruptedException {
    long remaining = TimeUnit.NANOSECONDS.convert(longest);
    while (true) {
      long seen = changes.count();
      Optional<PendingOffer> found = take(wanted);
      if (found.isPresent()) {
        return found.get();
      }
      if (remaining <= 0) {
        throw missing(wanted);
      }
      remaining = changes.await(seen, remaining);
    }
  }

  private synchronized Optional<PendingOffer> take(Wanted wanted) {
    Optional<PendingOffer> found = find(wanted);
    found.ifPresent(waiting::remove);
    return found;
  }

  private Optional<PendingOffer> find(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Oldest() -> waiting.stream().findFirst();
      case Wanted.This(TransferId id) ->
          waiting.stream().filter(offer -> offer.track().current().id().equals(id)).findFirst();
    };
  }

  private static LocalStreamException missing(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Oldest() -> new LocalStreamException(FailureCode.NO_OFFER, "no file was offered");
      case Wanted.This(TransferId id) ->
          new LocalStreamException(
              FailureCode.NO_SUCH_TRANSFER, "no offer " + id + " waits for an answer");
    };
  }

  /** Puts an offer back that could not be received after all, in front of the others. */
  void putBack(PendingOffer offer) {
    synchronized (this) {
      waiting.addFirst(offer);
    }
    changes.tell();
    // It may have been withdrawn while it was off the desk.
    offer.track().onWithdrawal(() -> withdraw(offer));
  }
}
