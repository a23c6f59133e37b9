package io.localstream.application.service;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the record of transfers that broke, and the receipts of those that did not. One that is
 * tried again has another identifier, but is the same undertaking: the same content between the
 * same devices at the same places, of which one is kept. Thread-safe.
 */
public final class TransferKeeper {
  private final TransferLog log;
  private final ReceiptStore receipts;
  private final EventObserver observer;
  private final InstantSource clock;

  public TransferKeeper(
      TransferLog log, ReceiptStore receipts, EventObserver observer, InstantSource clock) {
    this.log = log;
    this.receipts = receipts;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * What is left of a transfer that broke; the components as in {@link UnfinishedTransfer}.
   *
   * @param storedBytes of content that need not be sent again
   */
  public record Remainder(
      long storedBytes,
      List<FileReference> places,
      Optional<FileReference> remains,
      TransferTerms terms) {
    public Remainder {
      places = List.copyOf(places);
      Objects.requireNonNull(remains);
      Objects.requireNonNull(terms);
    }
  }

  /**
   * A transfer broke that was accepted, and can be gone on with. A peer chooses the identifier of
   * what it sends: where another peer's transfer has it, that one stays.
   */
  public synchronized void interrupted(Transfer transfer, Remainder left) {
    record(
        "that it broke",
        () -> {
          UnfinishedTransfer broken = unfinished(transfer, left);
          if (log.find(broken.id())
              .filter(known -> !isBetweenTheSame(known, transfer))
              .isPresent()) {
            return;
          }
          Optional<UnfinishedTransfer> former =
              log.all().stream()
                  .filter(known -> isSame(known, transfer, left.places()))
                  .findFirst();
          former
              .filter(known -> !known.id().equals(broken.id()))
              .ifPresent(known -> log.remove(known.id()));
          log.save(former.map(known -> goingOn(known, broken)).orElse(broken));
        });
  }

  /** A transfer succeeded, or nobody wants it any more; nothing is left to go on with. */
  public synchronized void finished(Transfer transfer, List<FileReference> places) {
    record(
        "that it is over",
        () ->
            log.all().stream()
                .filter(known ->
                    isSame(known, transfer, places)
                        || (known.id().equals(transfer.id()) && isBetweenTheSame(known, transfer)))
                .forEach(known -> log.remove(known.id())));
  }

  /** Keeps the receipt of a transfer that succeeded. */
  public void keep(SignedReceipt receipt) {
    record("what the receiver has signed", () -> receipts.save(receipt));
  }

  private UnfinishedTransfer unfinished(Transfer transfer, Remainder left) {
    Manifest manifest = transfer.offer().manifest();
    Optional<FailureCode> reason =
        transfer.state() instanceof TransferState.Failed failed
            ? Optional.of(failed.code())
            : Optional.empty();
    return new UnfinishedTransfer(
        transfer.id(),
        transfer.peer(),
        transfer.peerName(),
        manifest.display(),
        manifest.files(),
        manifest.totalBytes(),
        left.storedBytes(),
        transfer.since(),
        clock.instant(),
        reason,
        left.places(),
        left.remains(),
        left.terms());
  }

  private static boolean isBetweenTheSame(UnfinishedTransfer known, Transfer transfer) {
    return known.peer().equals(transfer.peer()) && known.direction() == transfer.direction();
  }

  private static boolean isSame(
      UnfinishedTransfer known, Transfer transfer, List<FileReference> places) {
    Manifest manifest = transfer.offer().manifest();
    return isBetweenTheSame(known, transfer)
        && known.title().equals(manifest.display())
        && known.files() == manifest.files()
        && known.totalBytes() == manifest.totalBytes()
        && known.places().equals(places);
  }

  /** What was known before and is not told now still holds. */
  private static UnfinishedTransfer goingOn(UnfinishedTransfer former, UnfinishedTransfer now) {
    Instant since = former.since().isBefore(now.since()) ? former.since() : now.since();
    return new UnfinishedTransfer(
        now.id(),
        now.peer(),
        now.peerName(),
        now.title(),
        now.files(),
        now.totalBytes(),
        now.storedBytes(),
        since,
        now.last(),
        now.reason(),
        now.places(),
        now.remains().or(former::remains),
        now.terms());
  }

  private void record(String what, Runnable change) {
    try {
      change.run();
    } catch (LocalStreamException e) {
      // The transfer itself is what it is; only its record is not.
      observer.on(
          new LocalStreamEvent.Warning(
              "of a transfer could not be recorded " + what + ": " + e.getMessage()));
    }
  }
}
