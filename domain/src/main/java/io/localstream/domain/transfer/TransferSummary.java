package io.localstream.domain.transfer;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.ReceptionPlan.Amount;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of a transfer that ended.
 *
 * @param title what it held, safe to show, see {@link Manifest#display()}
 * @param files how many it held; of one that succeeded, how many were saved
 * @param totalBytes of its files; of one that succeeded, of those that were saved
 * @param failure why it failed; empty when it succeeded
 */
public record TransferSummary(
    TransferId id,
    Transfer.Direction direction,
    String title,
    int files,
    long totalBytes,
    Instant since,
    Optional<FailureCode> failure) {
  public TransferSummary {
    Objects.requireNonNull(id);
    Objects.requireNonNull(direction);
    Objects.requireNonNull(title);
    CommonEra.require(since);
    Objects.requireNonNull(failure);
    if (files < 0 || totalBytes < 0) {
      throw new IllegalArgumentException("can't be: " + files + " files, " + totalBytes + " bytes");
    }
  }

  /**
   * Sums up a transfer that ended.
   *
   * @throws IllegalArgumentException when it has not
   */
  public static TransferSummary of(Transfer transfer) {
    Optional<FailureCode> failure =
        switch (transfer.state()) {
          case TransferState.Completed _ -> Optional.empty();
          case TransferState.Failed failed -> Optional.of(failed.code());
          case TransferState.Offered _, TransferState.Running _ ->
              throw new IllegalArgumentException("the transfer has not ended");
        };
    Manifest manifest = transfer.offer().manifest();
    Amount amount =
        transfer.state() instanceof TransferState.Completed completed
            ? completed.tally().saved()
            : new Amount(manifest.files(), 0, 0, manifest.totalBytes());
    return new TransferSummary(
        transfer.id(),
        transfer.direction(),
        manifest.display(),
        amount.files(),
        amount.bytes(),
        transfer.since(),
        failure);
  }
}
