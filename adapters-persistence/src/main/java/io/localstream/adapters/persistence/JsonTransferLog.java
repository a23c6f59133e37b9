package io.localstream.adapters.persistence;

import io.localstream.domain.port.TransferLog;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Unfinished transfers in {@code transfers.json}. Safe for several threads and processes. */
public final class JsonTransferLog implements TransferLog {
  static final RowsForm<UnfinishedTransfer> FORM =
      new RowsForm<>("transfers", 16 << 20, TransferForm::write, TransferForm::read);

  private final JsonRows<UnfinishedTransfer> document;

  public JsonTransferLog(LocalStreamHome home) {
    document = new JsonRows<>(home, FORM);
  }

  @Override
  public void save(UnfinishedTransfer transfer) {
    document.change(rows -> withinLimits(rows.with(transfer, UnfinishedTransfer::id)));
  }

  private static Rows<UnfinishedTransfer> withinLimits(Rows<UnfinishedTransfer> rows) {
    Set<UnfinishedTransfer> surplus =
        Set.copyOf(KEPT.surplus(rows.sound(), UnfinishedTransfer::peer));
    return surplus.isEmpty() ? rows : rows.without(surplus::contains);
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
    document.change(rows -> rows.without(transfer -> transfer.id().equals(id)));
  }
}
