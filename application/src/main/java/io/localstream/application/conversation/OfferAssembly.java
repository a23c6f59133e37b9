package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.EntryPacker;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.Offer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the one offer together that is just coming, message by message. For one thread. */
final class OfferAssembly {
  /** All names of an offer together: a million of a hundred characters each, and some more. */
  private static final long MAX_CHARS = 128 << 20;

  private final EntryPacker entries = new EntryPacker();
  private ControlMessage.@Nullable Offer begun;
  private long chars;

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
   * @return the offer, once it is complete
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: no such offer has begun, or it holds
   *     what can't be
   */
  Optional<Offer> add(ControlMessage.Entries more) {
    ControlMessage.Offer offer = begun;
    if (offer == null || !offer.transfer().equals(more.transfer())) {
      throw violation("files came that belong to no offer", null);
    }
    chars += more.entries().stream().mapToLong(OfferParts::chars).sum();
    more.entries().forEach(entries::add);
    if (entries.size() > offer.entries() || chars > MAX_CHARS) {
      throw violation("an offer holds more than it said, or than anybody could want", null);
    }
    return entries.size() < offer.entries() ? Optional.empty() : Optional.of(complete(offer));
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
    } finally {
      begun = null;
      entries.clear();
      chars = 0;
    }
  }

  private static LocalStreamException violation(String what, @Nullable Exception cause) {
    return new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, what, cause);
  }
}
