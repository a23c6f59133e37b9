package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.transfer.TransferState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest offers of peers that wait for an answer. For one thread at a time. */
final class AnnouncedOffers {
  private static final int MOST = 8;

  private final Deque<Announced> offers = new ArrayDeque<>();

  /** An offer, and the session that it came in. */
  record Announced(LiveSession session, TransferTrack track) {
    private boolean isOpen() {
      return track.current().state() instanceof TransferState.Offered;
    }
  }

  void add(Announced offer) {
    offers.addLast(offer);
    tidy();
    if (offers.size() > MOST) {
      offers.removeFirst();
    }
  }

  private void tidy() {
    offers.removeIf(offer -> !offer.isOpen());
  }

  /** Finds the first that is meant, and forgets it. */
  Optional<Announced> take(Predicate<Announced> meant) {
    tidy();
    Optional<Announced> found = offers.stream().filter(meant).findFirst();
    found.ifPresent(offers::remove);
    return found;
  }

  void forget(Announced offer) {
    offers.remove(offer);
  }
}
