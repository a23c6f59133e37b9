package io.localstream.adapters.persistence;

import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Receipts, each in a file of the folder {@code receipts}. Beyond {@link ReceiptStore#KEPT} the
 * oldest are dropped now and then. Safe for several threads and processes.
 */
public final class JsonReceiptStore implements ReceiptStore {
  /** Whenever so many more have come, it is looked whether some can go. */
  static final int DROPPED_AT_ONCE = 100;

  private static final Comparator<SignedReceipt> OLDEST_FIRST =
      Comparator.comparing((SignedReceipt signed) -> signed.receipt().at())
          .thenComparing(JsonReceiptStore::name);

  private final JsonFolder<SignedReceipt> folder;

  public JsonReceiptStore(LocalStreamHome home) {
    folder = new JsonFolder<>(home, "receipts", new ReceiptForm());
  }

  @Override
  public void save(SignedReceipt receipt) {
    int count = folder.add(name(receipt), receipt);
    if (count % DROPPED_AT_ONCE == 0) {
      folder.remove(
          KEPT.surplus(all(), each -> each.receipt().sent().between()).stream()
              .map(JsonReceiptStore::name)
              .toList());
    }
  }

  private static UUID name(SignedReceipt receipt) {
    return receipt.receipt().sent().transfer().value();
  }

  @Override
  public Optional<SignedReceipt> find(TransferId transfer) {
    return folder.read(transfer.value());
  }

  @Override
  public List<SignedReceipt> all() {
    return folder.readAll().stream().sorted(OLDEST_FIRST).toList();
  }
}
