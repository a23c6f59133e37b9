package io.localstream.domain.port.fake;

import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link ReceiptStore} that lasts as long as the object, and drops nothing. Thread-safe. */
public final class InMemoryReceiptStore implements ReceiptStore {
  private final Map<TransferId, SignedReceipt> receipts = new LinkedHashMap<>();

  @Override
  public synchronized void save(SignedReceipt receipt) {
    receipts.putIfAbsent(receipt.receipt().sent().transfer(), receipt);
  }

  @Override
  public synchronized Optional<SignedReceipt> find(TransferId transfer) {
    return Optional.ofNullable(receipts.get(transfer));
  }

  @Override
  public synchronized List<SignedReceipt> all() {
    return receipts.values().stream()
        .sorted(Comparator.comparing(receipt -> receipt.receipt().at()))
        .toList();
  }
}
