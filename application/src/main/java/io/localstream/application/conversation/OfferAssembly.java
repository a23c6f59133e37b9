package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.transfer.EntryPacker;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.Offer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the one offer together that is just coming, message by message. For one thread. */
final class OfferAssembly {
  /** All names of an offer together: a million of a hundred bytes each, and some more. */
  private static final long MAX_TEXT_BYTES = 128 << 20;

  private final OfferSpace space;
  private final PeerLine line;
  private final EntryPacker entries = new EntryPacker();
  private ControlMessage.@Nullable Offer begun;
  private OfferSpace.Share share;
  private int came;
  private boolean refused;

  /**
   * @param line by which the peer is told of an offer for which there is no room, once it has come
   */
  OfferAssembly(OfferSpace space, PeerLine line) {
    this.space = space;
    this.line = line;
    this.share = space.share();
  }

  /**
   * An offer begins.
   *
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: another was not complete
   */
  void begin(ControlMessage.Offer offer) {
    if (begun != null) {
      throw violation("an offer began within another", null);
    }
    begun = offer;
  }

  /**
   * It goes on.
   *
   * @return the offer, once it is complete, and nobody has refused it
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: no such offer has begun, or it holds
   *     what can't be
   */
  Optional<Offer> add(ControlMessage.Entries more) {
    ControlMessage.Offer offer = begun;
    if (offer == null || !offer.transfer().equals(more.transfer())) {
      throw violation("files came that belong to no offer", null);
    }
    came += more.entries().size();
    if (came > offer.entries()) {
      throw violation("an offer holds more than it said", null);
    }
    if (!refused) {
      take(more);
    }
    if (came < offer.entries()) {
      return Optional.empty();
    }
    return end(offer);
  }

  private void take(ControlMessage.Entries more) {
    long before = entries.bytes();
    more.entries().forEach(entries::add);
    if (entries.textBytes() > MAX_TEXT_BYTES) {
      throw violation("an offer holds more than anybody could want", null);
    }
    if (!share.tryGrow(entries.bytes() - before)) {
      // The rest of it still comes, and is passed over.
      refused = true;
      entries.clear();
      share.release();
    }
  }

  private Optional<Offer> end(ControlMessage.Offer offer) {
    try {
      if (refused) {
        line.send(ControlMessage.Status.of(StatusFlag.LIMIT_REACHED, offer.transfer()));
        return Optional.empty();
      }
      return Optional.of(complete(offer));
    } finally {
      begun = null;
      entries.clear();
      came = 0;
      refused = false;
    }
  }

  private Offer complete(ControlMessage.Offer offer) {
    try {
      Manifest manifest = entries.manifest();
      return new Offer(
          offer.transfer(),
          offer.attempt(),
          manifest,
          offer.chunkSize(),
          offer.lanes(),
          offer.verify(),
          offer.note());
    } catch (IllegalArgumentException e) {
      throw violation("an offer can't be: " + e.getMessage(), e);
    }
  }

  /** What the offer takes that has just become complete; whoever asks gives it back. */
  OfferSpace.Share handOver() {
    OfferSpace.Share full = share;
    share = space.share();
    return full;
  }

  /** Nothing more will come. */
  void abandon() {
    entries.clear();
    share.release();
  }

  private static LocalStreamException violation(String what, @Nullable Exception cause) {
    return new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, what, cause);
  }
}
