package io.localstream.adapters.cli;

import io.localstream.application.usecase.KeepTransfers;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTerms;
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
  void receive(int digits, String title, Instant last) {
    kept.add(
        broken(
            digits,
            title,
            last,
            new FileReference("/home/ben/my files"),
            new TransferTerms.Receiving(
                ExistingFile.NEWER, List.of("*.iso"), List.of("-x y"), true, Optional.empty())));
  }

  /** The same to anna. */
  void send(int digits, String file, TransferTerms.Sending terms) {
    kept.add(broken(digits, file, Samples.NOW, new FileReference("/home/ben/my " + file), terms));
  }

  private static UnfinishedTransfer broken(
      int digits, String title, Instant last, FileReference place, TransferTerms terms) {
    return new UnfinishedTransfer(
        new TransferId(UUID.fromString(digits + "-0000-4000-8000-000000000000")),
        Samples.device("anna").id(),
        new DeviceName("anna"),
        title,
        2,
        ScriptedDevice.FILE_BYTES,
        ScriptedDevice.FILE_BYTES / 2,
        Samples.NOW,
        last,
        Optional.of(FailureCode.LINK_BROKEN),
        List.of(place),
        terms instanceof TransferTerms.Receiving
            ? Optional.of(new FileReference(place + "/.1.localstream-part"))
            : Optional.empty(),
        terms);
  }

  void add(UnfinishedTransfer transfer) {
    kept.add(transfer);
  }

  @Override
  public List<UnfinishedTransfer> unfinished() {
    return List.copyOf(kept);
  }

  /** What runs in another program. */
  final List<RunningTransfer> elsewhere = new ArrayList<>();

  @Override
  public List<RunningTransfer> running() {
    return List.copyOf(elsewhere);
  }

  @Override
  public List<RunningTransfer> runningElsewhere() {
    return List.copyOf(elsewhere);
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
