package io.localstream.domain.port.fake;

import io.localstream.domain.port.TransferLog;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link TransferLog} that lasts as long as the object. Safe for several threads. */
public final class InMemoryTransferLog implements TransferLog {
  private final Map<TransferId, UnfinishedTransfer> transfers = new LinkedHashMap<>();

  @Override
  public synchronized void save(UnfinishedTransfer transfer) {
    transfers.put(transfer.id(), transfer);
    KEPT.surplus(List.copyOf(transfers.values()), UnfinishedTransfer::peer)
        .forEach(surplus -> transfers.remove(surplus.id()));
  }

  @Override
  public synchronized Optional<UnfinishedTransfer> find(TransferId id) {
    return Optional.ofNullable(transfers.get(id));
  }

  @Override
  public synchronized List<UnfinishedTransfer> all() {
    return List.copyOf(transfers.values());
  }

  @Override
  public synchronized void remove(TransferId id) {
    transfers.remove(id);
  }
}
