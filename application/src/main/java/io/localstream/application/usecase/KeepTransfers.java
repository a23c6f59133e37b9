package io.localstream.application.usecase;

import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;

/**
 * Shows and forgets the transfers that broke and can be gone on with. A transfer is named by its
 * identifier or the beginning of it (at least four digits); every method with such a name throws
 * {@code NO_SUCH_TRANSFER} where that is none, or more than one.
 */
public interface KeepTransfers {
  /** All that are kept, in the order in which they broke first. */
  List<UnfinishedTransfer> unfinished();

  UnfinishedTransfer find(String transfer);

  /**
   * Forgets a transfer and removes what has arrived of it, so that it can't be gone on with.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_UNWRITABLE}: what has
   *     arrived could not be removed; the transfer is still kept
   */
  UnfinishedTransfer discard(String transfer);
}
