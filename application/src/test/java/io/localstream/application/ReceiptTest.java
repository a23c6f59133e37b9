package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.RunningDigest;
import io.localstream.domain.port.fake.InMemoryDigester;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Picking;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.ReceptionPlan.Amount;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferTally;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a transfer that succeeded: a receipt, on both sides, and what it says. */
class ReceiptTest {
  private static final byte[] ONE = content(1, 3_000);
  private static final byte[] TWO = content(2, 5_000);

  private Acquainted both;
  private TestDevice anna;
  private TestDevice ben;
  private int port;

  @BeforeEach
  void connect() throws InterruptedException {
    both = Acquainted.meet(1);
    anna = both.anna;
    ben = both.ben;
    port = both.port();
    anna.files.put("album/one", ONE);
    anna.files.put("album/two", TWO);
    anna.files.put("album/zero", new byte[0]);
  }

  @AfterEach
  void hangUp() {
    both.close();
  }

  private static byte[] content(int seed, int length) {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    return content;
  }

  private TransferState transfer() throws InterruptedException {
    OngoingTransfer sending = anna.send(port, "album");
    OngoingTransfer receiving = ben.receive(".");
    assertThat(receiving.await().state()).isInstanceOf(TransferState.Completed.class);
    return sending.await().state();
  }

  private static SignedReceipt only(TestDevice device) {
    assertThat(device.receipts.all()).hasSize(1);
    return device.receipts.all().getFirst();
  }

  @Test
  void bothSidesKeepWhatTheReceiverHasSigned() throws InterruptedException {
    transfer();

    SignedReceipt signed = only(ben);
    assertThat(only(anna)).isEqualTo(signed);
    assertThat(signed.key()).isEqualTo(ben.identity.identity().signingKey());
    Receipt receipt = signed.receipt();
    assertThat(receipt.sent().sender()).isEqualTo(anna.identity.identity().id());
    assertThat(receipt.sent().receiver()).isEqualTo(ben.identity.identity().id());
    assertThat(receipt.sent().title()).isEqualTo("album (3 files)");
    assertThat(receipt.sent().entries()).isEqualTo(4);
    assertThat(receipt.sent().totalBytes()).isEqualTo(8_000);
    assertThat(receipt.isWhole()).isTrue();
    assertThat(receipt.digest()).isEmpty();
  }

  /** Whoever wants it, it is the digest of the lines that sha256sum would print. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void holdsTheDigestOfEverythingWhereOneSideWantsItVerified(boolean sender, boolean receiver)
      throws InterruptedException {
    anna.verify = sender;
    ben.verify = receiver;

    transfer();

    String lines =
        digest(ONE).hex()
            + "  album/one\n"
            + digest(TWO).hex()
            + "  album/two\n"
            + digest(new byte[0]).hex()
            + "  album/zero\n";
    assertThat(only(anna).receipt().digest())
        .hasValue(digest(lines.getBytes(StandardCharsets.UTF_8)));
    assertThat(only(ben)).isEqualTo(only(anna));
  }

  private static ContentDigest digest(byte[] content) {
    RunningDigest digest = new InMemoryDigester().begin();
    digest.add(ByteBuffer.wrap(content));
    return digest.finish();
  }

  @Test
  void whatADiskHasAlteredIsNotPublishedWhereItIsVerified() throws InterruptedException {
    ben.files.damageStoredAt(ONE.length + 10);
    ben.verify = true;

    TransferState sent = transfer();

    assertThat(ben.files.visible()).contains("album/one").doesNotContain("album/two");
    assertThat(only(ben).receipt().missing()).isEqualTo(1);
    assertThat(sent)
        .asInstanceOf(type(TransferState.Completed.class))
        .extracting(TransferState.Completed::missing)
        .asInstanceOf(list(MissingEntry.class))
        .singleElement()
        .satisfies(missing -> {
          assertThat(missing.reason()).isEqualTo(FailureCode.CONTENT_DAMAGED);
          assertThat(missing.path()).isEqualTo("album/two");
          assertThat(missing.words()).contains("ben", "stored differently");
        });
  }

  @Test
  void whatADiskHasAlteredIsOnlyNoticedWhereItIsVerified() throws InterruptedException {
    ben.files.damageStoredAt(10);

    transfer();

    assertThat(ben.files.content("album/one")).isPresent().get().isNotEqualTo(ONE);
  }

  @Test
  void whatIsKeptHasNoPartInTheDigest() throws InterruptedException {
    ben.files.put("album/one", new byte[] {1});
    anna.verify = true;

    OngoingTransfer sending = anna.send(port, "album");
    ben.receive(".", Destination.ExistingFile.SKIP);
    sending.await();

    Receipt receipt = only(anna).receipt();
    assertThat(receipt.kept()).isEqualTo(1);
    String lines =
        digest(TWO).hex() + "  album/two\n" + digest(new byte[0]).hex() + "  album/zero\n";
    assertThat(receipt.digest()).hasValue(digest(lines.getBytes(StandardCharsets.UTF_8)));
  }

  /** What exists at the receiver was not compared; the side that wanted that is told. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void whatIsKeptIsNotVerifiedAndIsNamed(boolean sender, boolean receiver)
      throws InterruptedException {
    ben.files.put("album/one", new byte[] {1});
    anna.verify = sender;
    ben.verify = receiver;

    OngoingTransfer sending = anna.send(port, "album");
    OngoingTransfer receiving = ben.receive(".", Destination.ExistingFile.SKIP);

    assertNotVerified(sending, sender);
    assertNotVerified(receiving, receiver);
  }

  private static void assertNotVerified(OngoingTransfer transfer, boolean wanted)
      throws InterruptedException {
    assertThat(transfer.await().state())
        .asInstanceOf(type(TransferState.Completed.class))
        .extracting(TransferState.Completed::missing)
        .asInstanceOf(list(MissingEntry.class))
        .extracting(missing -> missing.reason() + " " + missing.path())
        .isEqualTo(wanted ? List.of("NOT_VERIFIED album/one") : List.of());
  }

  /** Which were received now, and which were not, is known on both sides. */
  @Test
  void bothSidesKnowHowMuchWasSavedKeptAndLeftOut() throws InterruptedException {
    ben.files.put("album/one", new byte[] {1});
    OngoingTransfer sending = anna.send(port, "album");
    OngoingTransfer receiving =
        ben.receive(
            new Destination(new FileReference("."), Destination.ExistingFile.SKIP)
                .with(new Picking(List.of(), List.of("two"), Map.of())));

    TransferTally tally =
        new TransferTally(
            new Amount(1, 1, 0, 0),
            new Amount(1, 0, 0, ONE.length),
            new Amount(1, 0, 0, TWO.length),
            Amount.none());
    assertThat(tally(receiving)).isEqualTo(tally);
    assertThat(tally(sending)).isEqualTo(tally);
  }

  private static TransferTally tally(OngoingTransfer transfer) throws InterruptedException {
    return ((TransferState.Completed) transfer.await().state()).tally();
  }

  @Test
  void whatAPersonDoesWithoutHasNoPartInTheDigest() throws InterruptedException {
    anna.verify = true;
    OngoingTransfer sending = anna.send(port, "album");
    OngoingTransfer receiving =
        ben.receive(
            new Destination(new FileReference("."), Destination.ExistingFile.KEEP)
                .with(new Picking(List.of(), List.of("one"), Map.of())));

    assertNotVerified(sending, true);
    assertNotVerified(receiving, false);
    assertThat(ben.files.visible()).doesNotContain("album/one").contains("album/two");
    assertThat(only(anna).receipt().kept()).isEqualTo(1);
  }

  @Test
  void aTransferThatFailedHasNone() throws InterruptedException {
    OngoingTransfer sending = anna.send(port, "album");
    sending.cancel();
    sending.await();

    assertThat(anna.receipts.all()).isEqualTo(List.of());
    assertThat(ben.receipts.all()).isEmpty();
  }
}
