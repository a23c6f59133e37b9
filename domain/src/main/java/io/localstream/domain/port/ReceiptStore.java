package io.localstream.domain.port;

import io.localstream.domain.device.RecordLimit;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps receipts, of what was sent and what was received. Visibility, atomicity and errors as in
 * {@link TrustStore}.
 */
public interface ReceiptStore {
  /**
   * So many are kept in any case, of each device and direction; of more, the oldest are dropped now
   * and then.
   */
  RecordLimit KEPT = new RecordLimit(500, 2_000);

  /** Adds a receipt. One for the same transfer that is there already stays. */
  void save(SignedReceipt receipt);

  Optional<SignedReceipt> find(TransferId transfer);

  /** All that are kept, the oldest first. */
  List<SignedReceipt> all();
}
