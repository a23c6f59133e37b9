package io.localstream.domain.transfer;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One attempt to bring files from one device to another, as this side sees it. Immutable: every
 * transition gives a new instance, and one that the state does not allow throws {@link
 * IllegalStateException}.
 */
public record Transfer(
    Offer offer,
    Direction direction,
    DeviceId peer,
    DeviceName peerName,
    Instant since,
    TransferState state) {
  /** Which way the content goes, seen from this device. */
  public enum Direction {
    SENDING,
    RECEIVING
  }

  public Transfer {
    Objects.requireNonNull(offer);
    Objects.requireNonNull(direction);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(peerName);
    Objects.requireNonNull(since);
    Objects.requireNonNull(state);
  }

  public static Transfer offered(
      Offer offer, Direction direction, DeviceId peer, DeviceName peerName, Instant now) {
    return new Transfer(offer, direction, peer, peerName, now, new TransferState.Offered());
  }

  public TransferId id() {
    return offer.id();
  }

  public long totalBytes() {
    return offer.manifest().totalBytes();
  }

  /** The receiver agreed; content may flow. */
  public Transfer accept() {
    if (!(state instanceof TransferState.Offered)) {
      throw illegal("accepted");
    }
    return in(new TransferState.Running(0, 0));
  }

  /** So much need not be sent, because the receiver has it; before any other progress. */
  public Transfer begin(long before) {
    if (!(state instanceof TransferState.Running running)
        || running.bytes() > 0
        || before > totalBytes()) {
      throw illegal("begun with " + before + " bytes");
    }
    return in(new TransferState.Running(before, before));
  }

  /** More content was sent or arrived; {@code bytes} counts from the start and never falls. */
  public Transfer progress(long bytes) {
    if (!(state instanceof TransferState.Running running)
        || bytes < running.bytes()
        || bytes > totalBytes()) {
      throw illegal("at " + bytes + " bytes");
    }
    return in(new TransferState.Running(bytes, running.before()));
  }

  /** All of it is published on the receiving side, but for what is missing for another reason. */
  public Transfer complete(List<FileReference> saved, List<MissingEntry> missing) {
    return complete(saved, missing, TransferTally.whole(offer.manifest()));
  }

  /** Everything that could be is published on the receiving side. */
  public Transfer complete(
      List<FileReference> saved, List<MissingEntry> missing, TransferTally tally) {
    return complete(saved, missing, List.of(), tally);
  }

  /** The same, if some of it grew meanwhile. */
  public Transfer complete(
      List<FileReference> saved,
      List<MissingEntry> missing,
      List<MissingEntry> grown,
      TransferTally tally) {
    if (!(state instanceof TransferState.Running running) || running.bytes() != totalBytes()) {
      throw illegal("completed");
    }
    return in(new TransferState.Completed(saved, missing, grown, tally));
  }

  /** It ends here, for this reason. */
  public Transfer fail(FailureCode code, String message) {
    if (state.isFinal()) {
      throw illegal("failed");
    }
    return in(new TransferState.Failed(code, message));
  }

  /** The same with as much of what it holds as a list shows; see {@link Manifest#brief()}. */
  public Transfer brief() {
    return new Transfer(offer.brief(), direction, peer, peerName, since, state);
  }

  private Transfer in(TransferState next) {
    return new Transfer(offer, direction, peer, peerName, since, next);
  }

  private IllegalStateException illegal(String what) {
    return new IllegalStateException("a transfer in state " + state + " can't be " + what);
  }
}
