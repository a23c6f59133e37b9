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
    int last = ReceiptStore.KEPT.perDevice() + JsonReceiptStore.DROPPED_AT_ONCE;

    IntStream.rangeClosed(1, last).mapToObj(number -> receipt(number, 1)).forEach(store::save);

    assertThat(store.all())
        .hasSize(ReceiptStore.KEPT.perDevice())
        .startsWith(receipt(JsonReceiptStore.DROPPED_AT_ONCE + 1, 1))
        .endsWith(receipt(last, 1));
  }
}
