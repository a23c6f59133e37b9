package io.localstream.domain.port;

import io.localstream.domain.device.RecordLimit;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the transfers that broke and can be gone on with. Visibility, atomicity and errors as in
 * {@link TrustStore}.
 */
public interface TransferLog {
  /** How many are kept at most; the oldest make room for others. */
  RecordLimit KEPT = new RecordLimit(100, 500);

  /** Adds the transfer, or replaces the one with the same identifier, keeping its place. */
  void save(UnfinishedTransfer transfer);

  Optional<UnfinishedTransfer> find(TransferId id);

  /** All that are kept, in the order in which they were first saved. */
  List<UnfinishedTransfer> all();

  /** Forgets a transfer; one that is not there stays away. */
  void remove(TransferId id);
}
