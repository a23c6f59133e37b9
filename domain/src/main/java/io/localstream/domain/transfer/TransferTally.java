package io.localstream.domain.transfer;

import io.localstream.domain.transfer.ReceptionPlan.Amount;
import java.util.Objects;

/**
 * What came of the entries of a transfer that is complete, in figures. Each entry counts once.
 *
 * @param saved what the receiver has saved
 * @param kept what existed at the receiver already and was left alone
 * @param leftOut what the receiver's person did without
 * @param missing what could not be sent, or not be saved
 */
public record TransferTally(Amount saved, Amount kept, Amount leftOut, Amount missing) {
  public TransferTally {
    Objects.requireNonNull(saved);
    Objects.requireNonNull(kept);
    Objects.requireNonNull(leftOut);
    Objects.requireNonNull(missing);
  }

  /** All of a manifest is saved. */
  public static TransferTally whole(Manifest manifest) {
    return of(manifest, EntrySet.none(), EntrySet.none(), EntrySet.none());
  }

  /** Counts; what is in none of the sets is saved. */
  public static TransferTally of(
      Manifest manifest, EntrySet kept, EntrySet leftOut, EntrySet missing) {
    EntrySet unsaved = kept.and(leftOut).and(missing);
    return new TransferTally(
        Amount.of(manifest, entry -> !unsaved.holds(entry)),
        Amount.of(manifest, kept::holds),
        Amount.of(manifest, leftOut::holds),
        Amount.of(manifest, missing::holds));
  }
}
