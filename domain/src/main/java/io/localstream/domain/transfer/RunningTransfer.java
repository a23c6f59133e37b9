package io.localstream.domain.transfer;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import java.util.Objects;

/**
 * What a program tells others of the same home about a transfer that runs in it.
 *
 * @param title what it holds, safe to show, see {@link Manifest#display()}
 * @param bytes of content there or on the way so far
 */
public record RunningTransfer(
    TransferId id,
    Transfer.Direction direction,
    DeviceId peer,
    DeviceName peerName,
    String title,
    long totalBytes,
    long bytes) {
  public RunningTransfer {
    Objects.requireNonNull(id);
    Objects.requireNonNull(direction);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(peerName);
    Objects.requireNonNull(title);
    if (bytes < 0 || bytes > totalBytes) {
      throw new IllegalArgumentException("can't be: " + bytes + " of " + totalBytes + " bytes");
    }
  }

  /** Of a transfer in the state {@link TransferState.Running}. */
  public static RunningTransfer of(Transfer transfer, TransferState.Running state) {
    return new RunningTransfer(
        transfer.id(),
        transfer.direction(),
        transfer.peer(),
        transfer.peerName(),
        transfer.offer().manifest().display(),
        transfer.totalBytes(),
        state.bytes());
  }

  /** Whether this is what broke before, perhaps tried again under another identifier. */
  public boolean goesOnWith(UnfinishedTransfer broken) {
    return direction == broken.direction()
        && peer.equals(broken.peer())
        && (id.equals(broken.id())
            || (title.equals(broken.title()) && totalBytes == broken.totalBytes()));
  }
}
