package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Shows and forgets the transfers that broke and can be gone on with. A transfer is named by its
 * identifier or the beginning of it (at least four digits); every method with such a name throws
 * {@code NO_SUCH_TRANSFER} where that is none, or more than one.
 */
public interface KeepTransfers {
  /**
   * All that are kept, in the order in which they broke first; none that runs, in this program or
   * another one of this home. One whose program was killed has no reason.
   */
  List<UnfinishedTransfer> unfinished();

  /** What runs now in the programs of this home; of another program as it was a second ago. */
  List<RunningTransfer> running();

  /** Of those, what runs in other programs. */
  List<RunningTransfer> runningElsewhere();

  UnfinishedTransfer find(String transfer);

  /** The receipts of transfers that succeeded, sent and received, the oldest first. */
  List<KeptReceipt> receipts();

  /**
   * The receipt of a transfer that succeeded.
   *
   * @throws io.localstream.domain.failure.LocalStreamException also {@code CONTENT_DAMAGED}: it is
   *     not signed by the key that it names
   */
  CheckedReceipt receipt(String transfer);

  /**
   * Forgets a transfer and removes what has arrived of it, so that it can't be gone on with.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_UNWRITABLE}: what has
   *     arrived could not be removed; the transfer is still kept
   */
  UnfinishedTransfer discard(String transfer);

  /**
   * A receipt, and who the other one is.
   *
   * @param peer what the other device is called here; empty where it is not known any more
   */
  record KeptReceipt(
      Receipt receipt, Transfer.Direction direction, DeviceId peerId, Optional<DeviceName> peer) {
    public KeptReceipt {
      Objects.requireNonNull(receipt);
      Objects.requireNonNull(direction);
      Objects.requireNonNull(peerId);
      Objects.requireNonNull(peer);
    }
  }

  /**
   * A receipt whose signature holds.
   *
   * @param key that has signed
   * @param known whether that is the key which the receiver is known by here today
   */
  record CheckedReceipt(KeptReceipt kept, Fingerprint key, boolean known) {
    public CheckedReceipt {
      Objects.requireNonNull(kept);
      Objects.requireNonNull(key);
    }
  }
}
