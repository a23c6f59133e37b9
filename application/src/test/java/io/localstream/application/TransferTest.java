package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Question;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.Interference;
import io.localstream.domain.port.fake.Interference.Direction;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferTally;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender's and the receiver's conversation, wholly in memory: anna listens, ben dials. */
class TransferTest {
  private static final int CHUNK = 1024;
  private static final DeclineOffer.Command ANY = new DeclineOffer.Command(Optional.empty());

  private Acquainted both;
  private TestDevice anna;
  private TestDevice ben;
  private int port;

  @BeforeEach
  void connect() throws InterruptedException {
    both = Acquainted.meet(2);
    anna = both.anna;
    ben = both.ben;
    port = both.port();
  }

  @AfterEach
  void hangUp() {
    both.close();
  }

  private void join(TestDevice other) throws InterruptedException {
    other.connect(Endpoint.of("127.0.0.1", port));
    anna.events.await(
        LocalStreamEvent.PeerJoined.class,
        joined -> joined.session().peer().id().equals(other.identity.identity().id()));
  }

  private static byte[] bytes(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private static TransferState.Failed failure(Transfer transfer) {
    assertThat(transfer.state()).isInstanceOf(TransferState.Failed.class);
    return (TransferState.Failed) transfer.state();
  }

  private static TransferState whole(OngoingTransfer transfer, FileReference... saved) {
    return new TransferState.Completed(
        List.of(saved),
        List.of(),
        List.of(),
        TransferTally.whole(transfer.current().offer().manifest()));
  }

  private static void assertCompleted(OngoingTransfer transfer) throws InterruptedException {
    TransferState state = transfer.await().state();
    assertThat(state).as(state.toString()).isInstanceOf(TransferState.Completed.class);
  }

  private static void assertFailed(OngoingTransfer transfer, FailureCode code)
      throws InterruptedException {
    TransferState.Failed failed = failure(transfer.await());
    assertThat(failed.code()).as(failed.message()).isEqualTo(code);
    assertThat(failed.message()).isNotBlank().hasLineCount(1);
  }

  private void assertNothingArrivedAt(TestDevice receiver) {
    assertThat(receiver.files.visible()).isEmpty();
    assertThat(receiver.files.unfinished()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 7 * CHUNK, 100_000})
  void bringsEveryByteFromTheOneWhoListens(int length) throws InterruptedException {
    byte[] content = bytes(length);
    anna.files.put("report.pdf", content);

    OngoingTransfer sending = anna.send(port, "report.pdf");
    OngoingTransfer receiving = ben.receive("saved.pdf");

    assertThat(receiving.await().state())
        .isEqualTo(whole(receiving, new FileReference("saved.pdf")));
    assertThat(sending.await().state()).isEqualTo(whole(sending));
    assertThat(ben.files.content("saved.pdf")).hasValue(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK, 100_000})
  void bringsEveryByteFromTheOneWhoDialled(int length) throws InterruptedException {
    byte[] content = bytes(length);
    ben.files.put("report.pdf", content);

    OngoingTransfer sending = ben.send(port, "report.pdf");
    OngoingTransfer receiving = anna.receive("saved.pdf");

    assertThat(receiving.await().state()).isInstanceOf(TransferState.Completed.class);
    assertThat(sending.await().state()).isInstanceOf(TransferState.Completed.class);
    assertThat(anna.files.content("saved.pdf")).hasValue(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, LaneCount.MAX})
  void bringsEveryByteOverSeveralLanes(int lanes) throws InterruptedException {
    anna.lanes = Optional.of(new LaneCount(lanes));
    ben.lanes = anna.lanes;
    AtomicInteger dialled = new AtomicInteger();
    CountDownLatch several = new CountDownLatch(3);
    ben.transport.interfere(greeting -> {
      if (greeting instanceof Greeting.Lane) {
        dialled.incrementAndGet();
        several.countDown();
      }
      return Interference.none();
    });
    anna.files.put("report.pdf", bytes(3_000_000));
    ben.files.put("reply.pdf", bytes(2_000_001));
    // Or all may be through before a second lane is dialled.
    anna.files.afterReading(1, () -> await(several));
    ben.files.afterReading(1, () -> await(several));

    OngoingTransfer sending = anna.send(port, "report.pdf");
    OngoingTransfer replying = ben.send(port, "reply.pdf");
    OngoingTransfer receiving = ben.receive("saved.pdf");
    OngoingTransfer hearing = anna.receive("saved-reply.pdf");

    for (OngoingTransfer each : List.of(sending, replying, receiving, hearing)) {
      assertCompleted(each);
    }
    assertThat(ben.files.content("saved.pdf")).hasValue(bytes(3_000_000));
    assertThat(anna.files.content("saved-reply.pdf")).hasValue(bytes(2_000_001));
    // The last ones may not be needed any more.
    assertThat(dialled.get()).isBetween(3, 2 * lanes);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(TestDevice.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFileThatChangesMeanwhileIsMissedAndTheRestArrives() throws InterruptedException {
    anna.files.put("one.bin", bytes(30_000));
    anna.files.put("two.bin", bytes(40_000));
    anna.files.put("three.bin", bytes(20_000));
    anna.files.afterReading(10_000, () -> anna.files.put("two.bin", bytes(39_999)));
    OngoingTransfer sending = anna.sendAll(port, "one.bin", "two.bin", "three.bin").getFirst();

    List<MissingEntry> received = missing(ben.receive("."));
    List<MissingEntry> sent = missing(sending);

    assertThat(ben.files.visible()).containsExactly("one.bin", "three.bin");
    assertThat(ben.files.content("three.bin")).hasValue(bytes(20_000));
    assertThat(received).singleElement().satisfies(TransferTest::isTwoThatChanged);
    assertThat(sent).singleElement().satisfies(TransferTest::isTwoThatChanged);
  }

  @Test
  void aFileThatGrowsMeanwhileArrivesAsItWasAndIsTold() throws InterruptedException {
    anna.files.put("one.log", bytes(30_000));
    byte[] longer = Arrays.copyOf(bytes(30_000), 30_001);
    anna.files.afterReading(10_000, () -> anna.files.put("one.log", longer));
    OngoingTransfer sending = anna.send(port, "one.log");

    assertThat(missing(ben.receive("saved.log"))).isEmpty();
    assertThat(missing(sending)).isEmpty();

    assertThat(ben.files.content("saved.log")).hasValue(bytes(30_000));
    TransferState.Completed completed = (TransferState.Completed) sending.await().state();
    assertThat(completed.grown()).extracting(MissingEntry::path).containsExactly("one.log");
  }

  private static List<MissingEntry> missing(OngoingTransfer transfer) throws InterruptedException {
    TransferState state = transfer.await().state();
    assertThat(state).as(state.toString()).isInstanceOf(TransferState.Completed.class);
    return ((TransferState.Completed) state).missing();
  }

  private static void isTwoThatChanged(MissingEntry entry) {
    assertThat(entry.path()).endsWith("two.bin");
    assertThat(entry.reason()).isEqualTo(FailureCode.FILE_CHANGED);
    assertThat(entry.words()).contains("changed");
  }

  @Test
  void destroysEveryKeyAfterATransfer() throws InterruptedException {
    anna.files.put("report.pdf", bytes(5_000));
    OngoingTransfer sending = anna.send(port, "report.pdf");
    ben.receive("saved.pdf").await();
    sending.await();

    assertThat(anna.encryption.openKeys() + ben.encryption.openKeys()).isZero();
    assertThat(anna.encryption.openLanes() + ben.encryption.openLanes()).isZero();
  }

  @Test
  void sendsSeveralAtTheSameTimeBothWays() throws InterruptedException {
    anna.files.put("a.bin", bytes(50_000));
    ben.files.put("b.bin", bytes(60_000));

    OngoingTransfer fromAnna = anna.send(port, "a.bin");
    OngoingTransfer fromBen = ben.send(port, "b.bin");
    OngoingTransfer toBen = ben.receive("from-anna");
    OngoingTransfer toAnna = anna.receive("from-ben");

    for (OngoingTransfer each : List.of(fromAnna, fromBen, toBen, toAnna)) {
      assertThat(each.await().state()).isInstanceOf(TransferState.Completed.class);
    }
    assertThat(ben.files.content("from-anna")).hasValue(bytes(50_000));
    assertThat(anna.files.content("from-ben")).hasValue(bytes(60_000));
  }

  @Test
  void remembersTheTransferInTheSessionOfBothSides() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    OngoingTransfer sending = anna.send(port, "report.pdf");
    ben.receive("saved.pdf").await();
    sending.await();
    ben.close();
    anna.events.await(LocalStreamEvent.PeerLeft.class);
    ben.events.await(LocalStreamEvent.PeerLeft.class);

    for (TestDevice device : List.of(anna, ben)) {
      Session kept = device.sessions.all().getLast();
      assertThat(kept.transfers())
          .singleElement()
          .satisfies(transfer -> assertThat(transfer.title()).isEqualTo("report.pdf"));
      assertThat(kept.endedAt()).isPresent();
    }
  }

  @Test
  void asksTheReceiverWithNameSizeAndPlace() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    anna.send(port, "report.pdf");
    ben.receive("saved.pdf").await();

    assertThat(ben.prompt.questions())
        .singleElement()
        .isInstanceOfSatisfying(
            Question.ReceiveFiles.class,
            question -> {
              assertThat(question.transfer().totalBytes()).isEqualTo(10);
              assertThat(question.transfer().peerName().value()).isEqualTo("anna");
              assertThat(question.savedAs()).contains("saved.pdf");
            });
  }

  @Nested
  class Declined {
    @Test
    void tellsTheSenderAndKeepsNothing() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      ben.events.await(LocalStreamEvent.OfferArrived.class);

      ben.device.declineOffer().decline(ANY);

      assertFailed(sending, FailureCode.DECLINED);
      assertNothingArrivedAt(ben);
    }

    @Test
    void byAPersonWhoIsAsked() throws InterruptedException {
      try (TestDevice carla =
          new TestDevice(
              both.network.neighbour("192.168.1.9"),
              InMemoryIdentityVault.numbered(3),
              "carla",
              new ScriptedApprovalPrompt(Answer.YES, Answer.NO))) {
        join(carla);
        anna.files.put("report.pdf", bytes(10));
        List<OngoingTransfer> sending = anna.sendAll(port, "report.pdf");

        assertThatThrownBy(() -> carla.receive("saved.pdf"))
            .isInstanceOfSatisfying(
                LocalStreamException.class,
                e -> assertThat(e.code()).isEqualTo(FailureCode.DECLINED));

        assertThat(sending).hasSize(2);
        assertFailed(sending.getLast(), FailureCode.DECLINED);
        assertThat(carla.files.unfinished()).isZero();
      }
    }

    @Test
    void isOverForTheReceiverToo() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      anna.send(port, "report.pdf");
      ben.events.await(LocalStreamEvent.OfferArrived.class);

      Transfer declined = ben.device.declineOffer().decline(ANY);

      assertThat(failure(declined).code()).isEqualTo(FailureCode.DECLINED);
      assertThatThrownBy(() -> ben.device.declineOffer().decline(ANY))
          .isInstanceOfSatisfying(
              LocalStreamException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.NO_OFFER));
    }
  }

  @Nested
  class Refused {
    @Test
    void whereTheNameIsTakenTheOfferStaysAndCanBeTakenElsewhere() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      ben.files.put("report.pdf", bytes(3));
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertThatThrownBy(() -> ben.receive("report.pdf"))
          .isInstanceOfSatisfying(
              LocalStreamException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_EXISTS));
      assertThat(ben.files.content("report.pdf")).hasValue(bytes(3));

      ben.receive("report.pdf", ExistingFile.OVERWRITE).await();
      assertThat(sending.await().state()).isInstanceOf(TransferState.Completed.class);
      assertThat(ben.files.content("report.pdf")).hasValue(bytes(10));
    }

    @Test
    void whereTheDiskFillsUp() throws InterruptedException {
      anna.files.put("report.pdf", bytes(50_000));
      ben.files.fillDiskAfter(20_000);
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertFailed(ben.receive("saved.pdf"), FailureCode.NO_SPACE);
      assertFailed(sending, FailureCode.PEER_CANNOT_STORE);
      assertThat(failure(sending.current()).message()).isEqualTo("ben has no space for it");
      assertNothingArrivedAt(ben);
    }

    @Test
    void whereTheSourceChangesMeanwhile() throws InterruptedException {
      anna.files.put("report.pdf", bytes(50_000));
      anna.files.afterReading(20_000, () -> anna.files.put("report.pdf", bytes(49_999)));
      OngoingTransfer sending = anna.send(port, "report.pdf");

      OngoingTransfer receiving = ben.receive("saved.pdf");

      assertFailed(receiving, FailureCode.PEER_CANNOT_READ);
      assertThat(failure(receiving.current()).message()).contains("changed on anna");
      assertFailed(sending, FailureCode.FILE_CHANGED);
      assertNothingArrivedAt(ben);
    }

    @Test
    void whereTheSourceVanishesMeanwhile() throws InterruptedException {
      anna.files.put("report.pdf", bytes(50_000));
      anna.files.afterReading(20_000, () -> anna.files.delete("report.pdf"));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      OngoingTransfer receiving = ben.receive("saved.pdf");

      assertFailed(receiving, FailureCode.PEER_CANNOT_READ);
      assertThat(failure(receiving.current()).message()).contains("not there any more on anna");
      assertFailed(sending, FailureCode.FILE_MISSING);
    }

    /** What the receiver's person sees is what the sender's is told. */
    @ParameterizedTest
    @CsvSource({
      "NO_SPACE, ben has no space for it",
      "NO_PERMISSION, ben may not write to its destination",
      "READ_ONLY, read-only",
      "FILE_EXISTS, the name exists on ben",
      "FILE_MISSING, the destination on ben is not there",
      "FILE_NAME_UNSAFE, ben can't have a file of that name",
      "FILE_UNWRITABLE, ben could not store it; the reason is shown there"
    })
    void theSenderIsToldTheReason(FailureCode code, String words) throws InterruptedException {
      anna.files.put("report.pdf", bytes(5_000));
      ben.files.beforeCommit(() -> {
        throw new LocalStreamException(code, "for this reason");
      });
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertFailed(ben.receive("saved.pdf"), code);
      assertFailed(sending, FailureCode.PEER_CANNOT_STORE);
      assertThat(failure(sending.current()).message()).contains(words);
    }

    /** The folder is missed before anything is received; the sender hears of it in the end. */
    @Test
    void whereTheDestinationIsNotThere() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertThatThrownBy(() -> ben.receive("nowhere/saved.pdf"))
          .isInstanceOfSatisfying(
              LocalStreamException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_MISSING));
      ben.device.close();

      assertFailed(sending, FailureCode.PEER_CANNOT_STORE);
      assertThat(failure(sending.current()).message()).contains("destination on ben");
    }

    @Test
    void whereTheNameIsTakenJustBeforePublishing() throws InterruptedException {
      anna.files.put("report.pdf", bytes(5_000));
      ben.files.beforeCommit(() -> ben.files.put("saved.pdf", bytes(3)));
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertFailed(ben.receive("saved.pdf"), FailureCode.FILE_EXISTS);
      assertFailed(sending, FailureCode.PEER_CANNOT_STORE);
      assertThat(failure(sending.current()).message()).contains("the name exists on ben");
      assertThat(ben.files.content("saved.pdf")).hasValue(bytes(3));
    }
  }

  @Nested
  class Cancelled {
    @Test
    void bySenderBeforeAnAnswer() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      ben.events.await(LocalStreamEvent.OfferArrived.class);

      sending.cancel();

      assertFailed(sending, FailureCode.CANCELLED);
      ben.events.await(
          LocalStreamEvent.TransferChanged.class,
          changed -> changed.transfer().state() instanceof TransferState.Failed);
      assertThatThrownBy(() -> ben.device.declineOffer().decline(ANY))
          .isInstanceOf(LocalStreamException.class);
    }

    @Test
    void bySenderWhileTheReceiverIsAsked() throws InterruptedException {
      ScriptedApprovalPrompt nobody = new ScriptedApprovalPrompt(Answer.YES);
      try (TestDevice carla =
          new TestDevice(
              both.network.neighbour("192.168.1.9"),
              InMemoryIdentityVault.numbered(3),
              "carla",
              nobody)) {
        join(carla);
        anna.files.put("report.pdf", bytes(10));
        OngoingTransfer sending = anna.sendAll(port, "report.pdf").getLast();
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread receiver =
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    carla.receive("saved.pdf");
                  } catch (LocalStreamException | InterruptedException e) {
                    seen.set(e);
                  }
                });
        nobody.awaitQuestions(2, TestDevice.PATIENCE);

        sending.cancel();

        receiver.join();
        assertThat(seen.get())
            .isInstanceOfSatisfying(
                LocalStreamException.class,
                e -> assertThat(e.code()).isEqualTo(FailureCode.DECLINED));
        assertThat(carla.files.unfinished()).isZero();
      }
    }

    @Test
    void byTheReceiverInTheMiddle() throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      AtomicReference<OngoingTransfer> receiving = new AtomicReference<>();
      anna.files.afterReading(50_000, () -> await(receiving).cancel());
      receiving.set(ben.receive("saved.pdf"));

      assertFailed(receiving.get(), FailureCode.CANCELLED);
      assertFailed(sending, FailureCode.DECLINED);
      assertNothingArrivedAt(ben);
    }

    /** That is nobody's no: the other side may try again. */
    @Test
    void byAReceiverWhoseProcessEnds() throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      AtomicReference<OngoingTransfer> receiving = new AtomicReference<>();
      anna.files.afterReading(
          50_000,
          () -> {
            OngoingTransfer _ = await(receiving);
            ben.device.shutDown();
          });
      receiving.set(ben.receive("saved.pdf"));

      assertFailed(receiving.get(), FailureCode.SHUTTING_DOWN);
      assertFailed(sending, FailureCode.CLOSED);
      assertThat(failure(sending.current()).message()).contains("ben", "told to end");
      assertNothingArrivedAt(ben);
    }

    @Test
    void byASenderWhoseProcessEnds() throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      anna.files.afterReading(50_000, anna.device::shutDown);
      OngoingTransfer receiving = ben.receive("saved.pdf");

      assertFailed(sending, FailureCode.SHUTTING_DOWN);
      assertFailed(receiving, FailureCode.CLOSED);
    }

    @Test
    void byAReceiverWhoseProcessEndsBeforeItAnswers() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      ben.events.await(LocalStreamEvent.OfferArrived.class);

      ben.device.shutDown();

      assertFailed(sending, FailureCode.CLOSED);
    }

    @Test
    void whereItBeginsWhileTheProcessEnds() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      anna.device.shutDown();

      assertFailed(anna.send(port, "report.pdf"), FailureCode.SHUTTING_DOWN);
    }

    private static OngoingTransfer await(AtomicReference<OngoingTransfer> reference) {
      OngoingTransfer transfer = reference.get();
      while (transfer == null) {
        Thread.onSpinWait();
        transfer = reference.get();
      }
      return transfer;
    }
  }

  @Nested
  class OnABadNetwork {
    /** Every lane that ben dials is treated like this. */
    private void onLanes(Supplier<Interference> interference) {
      ben.transport.interfere(
          greeting -> greeting instanceof Greeting.Lane ? interference.get() : Interference.none());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 500})
    void lanesThatBreakBeforeTheyCarryAnythingEndBothSidesAndPublishNothing(long bytes)
        throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      onLanes(() -> Interference.none().severAfter(Direction.TO_DIALLER, bytes));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      OngoingTransfer receiving = ben.receive("saved.pdf");

      assertFailed(receiving, FailureCode.LINK_BROKEN);
      assertFailed(sending, FailureCode.LINK_BROKEN);
      assertNothingArrivedAt(ben);
    }

    /** The first lanes break; how much each of them brings before is left to chance. */
    private void onTheFirstLanes(int count, Direction direction, long bytes) {
      AtomicInteger lanes = new AtomicInteger();
      onLanes(() ->
          lanes.incrementAndGet() <= count
              ? Interference.none().severAfter(direction, bytes)
              : Interference.none());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_300, 5_000, 50_000, 101_000})
    void whatWasLostWithALaneIsSentAgainOverAnother(long bytes) throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      onTheFirstLanes(6, Direction.TO_DIALLER, bytes);
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertCompleted(ben.receive("saved.pdf"));
      assertCompleted(sending);
      assertThat(ben.files.content("saved.pdf")).hasValue(bytes(100_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_300, 5_000, 50_000, 101_000})
    void whatWasLostIsSentAgainWhereTheSenderDialled(long bytes) throws InterruptedException {
      ben.files.put("report.pdf", bytes(100_000));
      onTheFirstLanes(6, Direction.FROM_DIALLER, bytes);
      OngoingTransfer sending = ben.send(port, "report.pdf");

      assertCompleted(anna.receive("saved.pdf"));
      assertCompleted(sending);
      assertThat(anna.files.content("saved.pdf")).hasValue(bytes(100_000));
    }

    @Test
    void theOthersGoOnWhereSomeOfSeveralLanesBreak() throws InterruptedException {
      anna.lanes = Optional.of(new LaneCount(8));
      anna.files.put("report.pdf", bytes(3_000_000));
      onTheFirstLanes(6, Direction.TO_DIALLER, 100_000);
      OngoingTransfer sending = anna.send(port, "report.pdf");

      assertCompleted(ben.receive("saved.pdf"));
      assertCompleted(sending);
      assertThat(ben.files.content("saved.pdf")).hasValue(bytes(3_000_000));
    }

    @ParameterizedTest
    @CsvSource({
      "20, CONTENT_DAMAGED",
      "900, CONTENT_DAMAGED",
      "1050, PROTOCOL_VIOLATION",
      "60000, CONTENT_DAMAGED",
    })
    void anAlteredByteIsNoticedAndPublishesNothing(long at, FailureCode code)
        throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      onLanes(() -> Interference.none().flipBitOf(Direction.TO_DIALLER, at));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      OngoingTransfer receiving = ben.receive("saved.pdf");

      assertFailed(receiving, code);
      assertFailed(sending, code);
      assertNothingArrivedAt(ben);
    }

    @Test
    void whatHasComeIsNotSentAgainAfterABreak() throws InterruptedException {
      anna.files.put("report.pdf", bytes(9_000_000));
      AtomicInteger lanes = new AtomicInteger();
      onLanes(() ->
          Interference.none()
              .severAfter(Direction.TO_DIALLER, lanes.getAndIncrement() == 0 ? 6_000_000 : 0));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      assertFailed(ben.receive("saved.pdf"), FailureCode.LINK_BROKEN);
      assertFailed(sending, FailureCode.LINK_BROKEN);
      assertThat(ben.files.visible()).isEmpty();
      assertThat(ben.unfinished.all())
          .singleElement()
          .satisfies(kept -> assertThat(kept.storedBytes()).isBetween(4_000_000L, 6_000_000L))
          .satisfies(kept -> assertThat(kept.terms().listening()).isEmpty());
      assertThat(anna.unfinished.all())
          .singleElement()
          .satisfies(
              kept -> assertThat(kept.terms().listening().orElseThrow().port()).isEqualTo(port));

      Interference second = Interference.none();
      onLanes(() -> second);
      OngoingTransfer again = anna.send(port, "report.pdf");
      assertCompleted(ben.receive("saved.pdf"));
      assertCompleted(again);

      assertThat(second.passed(Direction.TO_DIALLER)).isBetween(3_000_000L, 5_500_000L);
      assertThat(ben.files.content("saved.pdf")).hasValue(bytes(9_000_000));
      assertThat(ben.files.unfinished()).isZero();
      assertThat(ben.unfinished.all()).isEmpty();
      assertThat(anna.unfinished.all()).isEmpty();
    }

    @Test
    void theSessionOutlivesABrokenLane() throws InterruptedException {
      anna.files.put("report.pdf", bytes(100_000));
      onLanes(() -> Interference.none().severAfter(Direction.TO_DIALLER, 500));
      anna.send(port, "report.pdf");
      ben.receive("saved.pdf").await();
      onLanes(Interference::none);

      OngoingTransfer again = anna.send(port, "report.pdf");
      ben.receive("saved.pdf").await();

      assertThat(again.await().state()).isInstanceOf(TransferState.Completed.class);
      assertThat(ben.files.content("saved.pdf")).hasValue(bytes(100_000));
    }

    @Test
    void theEndOfTheSessionEndsItsTransfersOnBothSides() throws InterruptedException {
      anna.files.put("report.pdf", bytes(10));
      OngoingTransfer sending = anna.send(port, "report.pdf");
      ben.events.await(LocalStreamEvent.OfferArrived.class);

      ben.close();

      assertFailed(sending, FailureCode.DECLINED);
      assertNothingArrivedAt(ben);
    }
  }

  @Test
  void neverPutsNameOrContentOnTheLaneInClear() throws InterruptedException {
    byte[] content = "the quick brown fox".repeat(100).getBytes(StandardCharsets.US_ASCII);
    anna.files.put("report.pdf", content);
    Interference wire = Interference.none().record();
    ben.transport.interfere(
        greeting -> greeting instanceof Greeting.Lane ? wire : Interference.none());
    anna.send(port, "report.pdf");
    ben.receive("saved.pdf").await();

    String seen = new String(wire.recorded(Direction.TO_DIALLER), StandardCharsets.ISO_8859_1);
    assertThat(seen).hasSizeGreaterThan(content.length).doesNotContain("quick", "report");
  }
}
