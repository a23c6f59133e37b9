package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.contract.ReceiptStoreContract;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReceiptStoreTest extends ReceiptStoreContract {
  @TempDir private Path folder;

  @Override
  protected ReceiptStore open() {
    return new JsonReceiptStore(TestHome.in(folder));
  }

  @Test
  void dropsTheOldestNowAndThen() {
    ReceiptStore store = open();
    int last = ReceiptStore.KEPT_RECEIPTS + JsonReceiptStore.DROPPED_AT_ONCE;

    IntStream.rangeClosed(1, last).mapToObj(ReceiptStoreContract::receipt).forEach(store::save);

    assertThat(store.all())
        .hasSize(ReceiptStore.KEPT_RECEIPTS)
        .startsWith(receipt(JsonReceiptStore.DROPPED_AT_ONCE + 1))
        .endsWith(receipt(last));
  }
}
