package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReceiptStore} promises. */
public abstract class ReceiptStoreContract {
  private ReceiptStore store;

  /** A store on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract ReceiptStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(store.all()).isEmpty();
    assertThat(store.find(id(1))).isEmpty();
  }

  @Test
  void keepsEverythingOfAReceiptTheOldestFirst() {
    store.save(receipt(2));
    store.save(receipt(1));
    store.save(receipt(3));

    assertThat(open().all()).containsExactly(receipt(1), receipt(2), receipt(3));
    assertThat(open().find(id(2))).contains(receipt(2));
    assertThat(open().find(id(4))).isEmpty();
  }

  @Test
  void theFirstReceiptOfATransferStays() {
    store.save(receipt(1));
    SignedReceipt other = receipt(1);
    store.save(new SignedReceipt(other.receipt(), other.key(), new byte[] {9, 9}));

    assertThat(open().all()).containsExactly(receipt(1));
  }

  @Test
  void aDeviceDisplacesOnlyItsOwn() {
    store.save(receipt(0));
    int last = ReceiptStore.KEPT.perDevice() + 200;

    IntStream.rangeClosed(1, last).mapToObj(number -> receipt(number, 1)).forEach(store::save);

    assertThat(store.all())
        .contains(receipt(0))
        .containsAll(
            IntStream.rangeClosed(last - ReceiptStore.KEPT.perDevice() + 1, last)
                .mapToObj(number -> receipt(number, 1))
                .toList());
  }

  @Test
  void losesNoReceiptOfSeveralThreads() {
    IntStream.range(0, 30).parallel().forEach(number -> open().save(receipt(number)));

    assertThat(store.all()).hasSize(30);
  }

  /** The same number gives an equal receipt. */
  protected static SignedReceipt receipt(int number) {
    return receipt(number, number);
  }

  /** A receipt of what that device sent to the next. */
  protected static SignedReceipt receipt(int number, int sender) {
    Optional<ContentDigest> digest =
        number % 2 == 0
            ? Optional.empty()
            : Optional.of(new ContentDigest(new byte[ContentDigest.BYTES]));
    Receipt receipt =
        new Receipt(
            sent(number, sender, "\u03c6\u03c9\u03c4\u03bf \"a\" \\ \ud83d\ude80"),
            number,
            1,
            digest,
            NOW.plusSeconds(number));
    return new SignedReceipt(receipt, new PublicKey(new byte[] {1, 2}), new byte[] {3, -4});
  }

  private static TransferId id(int number) {
    return new TransferId(new UUID(11, number));
  }

  static Receipt.Sent sent(int number, String title) {
    return sent(number, number, title);
  }

  private static Receipt.Sent sent(int number, int sender, String title) {
    return new Receipt.Sent(
        id(number), device(sender).id(), device(sender + 1).id(), title, 1_000_000, Long.MAX_VALUE);
  }
}
