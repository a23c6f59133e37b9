package io.localstream.domain.message;

import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnsavedReason;
import java.util.Objects;

/**
 * The receiver tells which entries it has not saved for one reason, at least one; each entry in one
 * such message at most. All of them come before {@link Delivered}.
 */
public record Unsaved(TransferId transfer, UnsavedReason reason, EntrySet entries)
    implements ControlMessage.OfTransfer {
  public Unsaved {
    Objects.requireNonNull(transfer);
    Objects.requireNonNull(reason);
    if (entries.isEmpty() || entries.span() > Manifest.MAX_ENTRIES) {
      throw new IllegalArgumentException("there are 1 to 1,048,576 such entries");
    }
  }
}
