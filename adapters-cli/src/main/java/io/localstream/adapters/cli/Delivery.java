package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.NoteText;
import io.localstream.adapters.cli.text.TransferText;
import io.localstream.application.usecase.OfferReview;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands over what is not saved: a note to the screen, and anything to standard output where that
 * was wanted. Until it is complete it is kept in a private folder, which closing removes.
 */
final class Delivery implements AutoCloseable {
  private final Surroundings surroundings;
  private final boolean toOutput;
  private volatile @Nullable PrivateFolder folder;

  private Delivery(Surroundings surroundings, boolean toOutput) {
    this.surroundings = surroundings;
    this.toOutput = toOutput;
  }

  /** Files are saved, and notes are shown. */
  static Delivery ofNotes(Surroundings surroundings) {
    return new Delivery(surroundings, false);
  }

  /** One file goes to standard output, and nothing else does. */
  static Delivery toOutput(Surroundings surroundings) {
    surroundings.screen().keepOutForData();
    return new Delivery(surroundings, true);
  }

  /** The same look at an offer, but for what is handed over. */
  OfferReview around(OfferReview review) {
    return (offer, plans) -> {
      if (toOutput && !isOneFile(offer)) {
        return new OfferReview.Verdict.Declined(
            offer.peerName().display()
                + " offers "
                + TransferText.what(offer)
                + ", and - takes one file: give a folder instead");
      }
      boolean handedOver = toOutput || offer.offer().note();
      OfferReview.Verdict verdict = review.review(offer, plans);
      return handedOver && verdict instanceof OfferReview.Verdict.Taken
          ? new OfferReview.Verdict.Taken(
              new Destination(kept(), ExistingFile.OVERWRITE)
                  .with(NamePolicy.CAREFUL.with(NamePolicy.Unfit.MAP).takingHidden()))
          : verdict;
    };
  }

  private static boolean isOneFile(Transfer offer) {
    List<ManifestEntry> entries = offer.offer().manifest().entries();
    return entries.size() == 1 && entries.getFirst() instanceof ManifestEntry.File;
  }

  private synchronized FileReference kept() {
    PrivateFolder now = folder;
    if (now == null) {
      now = PrivateFolder.create(surroundings);
      folder = now;
    }
    return now.path();
  }

  /** Follows a transfer to its end, and hands it over then. */
  ExitCode follow(KeepTrying trying, OngoingTransfer transfer) throws InterruptedException {
    return folder == null
        ? trying.follow(surroundings.follower(), List.of(transfer))
        : trying.follow(surroundings.follower(), List.of(transfer), this::handOver);
  }

  private void handOver(Transfer transfer) {
    if (!(transfer.state() instanceof TransferState.Completed completed)
        || completed.saved().isEmpty()) {
      return;
    }
    Path file = Path.of(completed.saved().getFirst().value());
    try (InputStream in = Files.newInputStream(file)) {
      if (toOutput || !surroundings.screen().outIsTerminal()) {
        surroundings.screen().copy(in);
        surroundings
            .screen()
            .notice(
                "received "
                    + TransferText.what(transfer)
                    + " from "
                    + transfer.peerName().display());
      } else {
        NoteText.lines(transfer, in.readAllBytes()).forEach(surroundings.screen()::result);
      }
    } catch (IOException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNREADABLE, "what arrived can't be read again: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    PrivateFolder now = folder;
    if (now != null) {
      now.close();
    }
  }
}
