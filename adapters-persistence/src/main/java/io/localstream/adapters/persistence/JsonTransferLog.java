package io.localstream.adapters.persistence;

import io.localstream.domain.port.TransferLog;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Optional;

/** Unfinished transfers in {@code transfers.json}. Safe for several threads and processes. */
public final class JsonTransferLog implements TransferLog {
  private final JsonDocument<List<UnfinishedTransfer>> document;

  public JsonTransferLog(LocalStreamHome home) {
    document = new JsonDocument<>(home, new TransferForm(), List.of());
  }

  @Override
  public void save(UnfinishedTransfer transfer) {
    document.change(
        transfers -> dropOldest(KeyedList.with(transfers, transfer, UnfinishedTransfer::id)));
  }

  private static List<UnfinishedTransfer> dropOldest(List<UnfinishedTransfer> transfers) {
    return transfers.subList(Math.max(0, transfers.size() - KEPT_TRANSFERS), transfers.size());
  }

  @Override
  public Optional<UnfinishedTransfer> find(TransferId id) {
    return all().stream().filter(transfer -> transfer.id().equals(id)).findFirst();
  }

  @Override
  public List<UnfinishedTransfer> all() {
    return document.read();
  }

  @Override
  public void remove(TransferId id) {
    document.change(transfers -> KeyedList.without(transfers, id, UnfinishedTransfer::id));
  }
}
