package io.localstream.adapters.cli;

import io.localstream.application.usecase.KeepTransfers;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Unfinished transfers in memory. */
final class ScriptedTransfers implements KeepTransfers {
  private final List<UnfinishedTransfer> kept = new ArrayList<>();
  private final List<CheckedReceipt> receipts = new ArrayList<>();

  /** A transfer from anna of which half has arrived; its identifier begins with eight digits. */
  void receive(int digits, String title, Instant last, String... again) {
    UUID id = UUID.fromString(digits + "-0000-4000-8000-000000000000");
    kept.add(
        new UnfinishedTransfer(
            new TransferId(id),
            Transfer.Direction.RECEIVING,
            Samples.device("anna").id(),
            new DeviceName("anna"),
            title,
            2,
            ScriptedDevice.FILE_BYTES,
            ScriptedDevice.FILE_BYTES / 2,
            Samples.NOW,
            last,
            Optional.of(FailureCode.LINK_BROKEN),
            List.of(new FileReference("/home/ben/my files")),
            Optional.of(new FileReference("/home/ben/my files/.1.localstream-part")),
            List.of(again)));
  }

  void add(UnfinishedTransfer transfer) {
    kept.add(transfer);
  }

  @Override
  public List<UnfinishedTransfer> unfinished() {
    return List.copyOf(kept);
  }

  @Override
  public UnfinishedTransfer find(String transfer) {
    return kept.stream()
        .filter(one -> one.id().toString().startsWith(transfer))
        .findFirst()
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.NO_SUCH_TRANSFER,
                "no unfinished transfer has an identifier that begins with " + transfer));
  }

  void keep(CheckedReceipt receipt) {
    receipts.add(receipt);
  }

  @Override
  public List<KeptReceipt> receipts() {
    return receipts.stream().map(CheckedReceipt::kept).toList();
  }

  @Override
  public CheckedReceipt receipt(String transfer) {
    return receipts.stream()
        .filter(one -> one.kept().receipt().sent().transfer().toString().startsWith(transfer))
        .findFirst()
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.NO_SUCH_TRANSFER,
                "no receipt has an identifier that begins with " + transfer));
  }

  @Override
  public UnfinishedTransfer discard(String transfer) {
    UnfinishedTransfer found = find(transfer);
    kept.remove(found);
    return found;
  }
}
