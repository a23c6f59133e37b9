package io.localstream.application;

import static io.localstream.application.HostilePeer.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.message.Digests;
import io.localstream.domain.message.NamesTold;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.message.Unsaved;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.RunningDigest;
import io.localstream.domain.port.fake.InMemoryDigester;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.SpoiltReason;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.UnsavedReason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A trusted peer that keeps to no rule. Each case is named by what it does; each ends in a status
 * flag to the peer, without effect on the disk, and with a device that serves others as before.
 */
class HostilePeerTest {
  private static final TransferId ID = new TransferId(new UUID(7, 7));
  private static final TransferId OTHER = new TransferId(new UUID(8, 8));

  private InMemoryTransport network = new InMemoryTransport("127.0.0.1", "192.168.1.7");
  private TestDevice anna;
  private Endpoint endpoint;
  private HostilePeer mallory;

  @BeforeEach
  void meet() throws InterruptedException {
    anna = new TestDevice(network, InMemoryIdentityVault.numbered(1), "anna");
    endpoint = anna.listen(3);
    mallory = new HostilePeer(anna, endpoint);
  }

  @AfterEach
  void part() {
    mallory.close();
    anna.close();
  }

  private void assertNothingHappenedAndAnnaServesOthers() throws InterruptedException {
    assertThat(anna.files.visible()).isEmpty();
    assertThat(anna.files.unfinished()).isZero();
    try (TestDevice ben =
        new TestDevice(
            network.neighbour("192.168.1.8"), InMemoryIdentityVault.numbered(2), "ben")) {
      anna.pin(ben);
      ben.pin(anna);
      ben.connect(endpoint);
      ben.files.put("honest.txt", new byte[] {1, 2, 3});
      ben.send(endpoint.port(), "honest.txt");
      assertThat(anna.receive("saved.txt").await().state())
          .isInstanceOf(TransferState.Completed.class);
    }
  }

  /** Before anybody could accept anything: the session ends. */
  static Stream<Arguments> offersThatCanNotBe() {
    ControlMessage.Offer two =
        new ControlMessage.Offer(ID, 1, 2, new ChunkSize(1024), Optional.empty(), false, false);
    return Stream.of(
        hostile(
            "an offer within an offer",
            m -> {
              m.say(two);
              m.say(two);
            }),
        hostile("files of no offer", m -> m.say(entries(file("a", 1)))),
        hostile(
            "files of another offer",
            m -> {
              m.say(two);
              m.say(new ControlMessage.Entries(OTHER, List.of(file("a", 1))));
            }),
        hostile(
            "more files than announced",
            m -> {
              m.say(two);
              m.say(entries(file("a", 1), file("b", 1), file("c", 1)));
            }),
        hostile("a path twice", m -> m.offer(ID, file("a", 1), file("a", 1))),
        hostile("a file below a file", m -> m.offer(ID, file("a", 1), file("a/b", 1))),
        hostile("a file through a link", m -> m.offer(ID, link("a", "b"), file("a/c", 1))),
        hostile("a folder that is a file", m -> m.offer(ID, folder("a"), file("a", 1))),
        hostile(
            "sizes that overflow in sum",
            m -> m.offer(ID, file("a", Long.MAX_VALUE), file("b", Long.MAX_VALUE))));
  }

  private static Arguments hostile(String what, Consumer<HostilePeer> deed) {
    return Arguments.of(what, deed);
  }

  private static ControlMessage.Entries entries(ManifestEntry... entries) {
    return new ControlMessage.Entries(ID, List.of(entries));
  }

  private static ManifestEntry link(String path, String target) {
    return new ManifestEntry.Link(new RelativePath(path), new LinkTarget(target), Instant.EPOCH);
  }

  private static ManifestEntry folder(String path) {
    return new ManifestEntry.Folder(new RelativePath(path), Instant.EPOCH, 0755);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void offersThatCanNotBe(String what, Consumer<HostilePeer> deed) throws InterruptedException {
    deed.accept(mallory);

    assertThat(mallory.status()).as(what).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
    anna.events.await(LocalStreamEvent.PeerLeft.class);
    assertNothingHappenedAndAnnaServesOthers();
  }

  @Test
  void anIdentifierOfATransferThatIsOverIsDeclined() throws InterruptedException {
    DeviceId sender = new DeviceId(new UUID(1, 1));
    Receipt receipt =
        new Receipt(
            new Receipt.Sent(ID, sender, sender, "a", 1, 1), 0, 0, Optional.empty(), Instant.EPOCH);
    anna.receipts.save(new SignedReceipt(receipt, new PublicKey(new byte[] {1}), new byte[] {1}));

    mallory.offer(ID, file("a", 1));

    assertThat(mallory.status()).isEqualTo(StatusFlag.DECLINED);
    assertThat(anna.events.await(LocalStreamEvent.Warning.class).message())
        .contains("a transfer that was there before (" + ID + ")");
    assertNothingHappenedAndAnnaServesOthers();
  }

  @Test
  void anIdentifierOfAnOfferThatWasAnsweredIsDeclined() throws InterruptedException {
    mallory.offer(ID, file("a", 1));
    anna.events.await(LocalStreamEvent.OfferArrived.class);
    anna.device.declineOffer().decline(new DeclineOffer.Command(Optional.of(ID)));
    assertThat(mallory.status()).isEqualTo(StatusFlag.DECLINED);

    mallory.offer(ID, file("b", 1));

    assertThat(mallory.status()).isEqualTo(StatusFlag.DECLINED);
    anna.events.await(LocalStreamEvent.Warning.class);
    assertThat(anna.events.events(LocalStreamEvent.OfferArrived.class)).hasSize(1);
  }

  /** Messages about transfers that there are not: refused or passed over, and the session stays. */
  static Stream<Arguments> messagesInTheWrongState() {
    return Stream.of(
        hostile(
            "accepts what nobody offered",
            m -> m.say(new ControlMessage.Accept(ID, List.of(), List.of(), false))),
        hostile(
            "a key for what nobody accepted",
            m -> m.say(new ControlMessage.ContentKey(ID, new byte[384], List.of()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void messagesInTheWrongState(String what, Consumer<HostilePeer> deed)
      throws InterruptedException {
    deed.accept(mallory);

    assertThat(mallory.status()).as(what).isEqualTo(StatusFlag.MESSAGE_UNEXPECTED);
    assertNothingHappenedAndAnnaServesOthers();
  }

  /** What a sender may not do once it was accepted. The offer is of two chunks and a bit. */
  @Nested
  class AsSender {
    private static final int SIZE = 2_100;

    static Stream<Arguments> chunksThatWereNotAgreed() {
      return Stream.of(
          chunk("an index beyond the end", lane -> lane.send(3, 1024, false)),
          chunk("the largest index", lane -> lane.send(Long.MAX_VALUE, 1024, false)),
          chunk("a length of 0", lane -> lane.send(0, 0, false)),
          chunk("too short", lane -> lane.send(0, 1023, false)),
          chunk("too long", lane -> lane.send(2, 1024, true)),
          chunk("last before it is", lane -> lane.send(0, 1024, true)),
          chunk("last without saying so", lane -> lane.send(2, 52, false)),
          chunk(
              "twice",
              lane -> {
                lane.send(0, 1024, false);
                lane.send(0, 1024, false);
              }));
    }

    private static Arguments chunk(String what, Consumer<HostilePeer.Lane> deed) {
      return Arguments.of(what, deed);
    }

    private HostilePeer.Lane accepted() throws InterruptedException {
      mallory.offer(ID, file("evil.bin", SIZE));
      anna.receive("saved.bin");
      return mallory.lane(ID);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void chunksThatWereNotAgreed(String what, Consumer<HostilePeer.Lane> deed)
        throws InterruptedException {
      deed.accept(accepted());

      assertThat(mallory.status()).as(what).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      assertNothingHappenedAndAnnaServesOthers();
    }

    @Test
    void contentThatNeverBecomesAChunk() throws Exception {
      part();
      network = new InMemoryTransport("127.0.0.1", "192.168.1.7");
      anna =
          new TestDevice(
              network,
              InMemoryIdentityVault.numbered(1),
              "anna",
              TestDevice.Surroundings.withChunkTimeout(Duration.ofSeconds(1)));
      endpoint = anna.listen(3);
      mallory = new HostilePeer(anna, endpoint);
      mallory.offer(ID, file("evil.bin", SIZE));
      OngoingTransfer receiving = anna.receive("saved.bin");
      HostilePeer.Lane lane = mallory.lane(ID);
      FutureTask<Void> trickling = new FutureTask<>(() -> trickle(lane), null);
      Thread.ofVirtual().start(trickling);

      assertThat(receiving.await().state())
          .isInstanceOfSatisfying(
              TransferState.Failed.class,
              failed -> {
                assertThat(failed.code()).isEqualTo(FailureCode.TIMED_OUT);
                assertThat(failed.message()).contains("mallory sends too slowly");
              });
      trickling.get();
      assertNothingHappenedAndAnnaServesOthers();
    }

    /** Alive, and a byte after every 50 ms, until nobody reads: a chunk would take 50 s. */
    private void trickle(HostilePeer.Lane lane) {
      ByteBuffer chunk = lane.sealed(0, 1024, false);
      CountDownLatch never = new CountDownLatch(1);
      try {
        while (chunk.hasRemaining() && !never.await(50, TimeUnit.MILLISECONDS)) {
          ByteBuffer one = chunk.slice(chunk.position(), 1);
          lane.link().write(one, TestDevice.PATIENCE);
          mallory.say(new ControlMessage.Heartbeat());
          chunk.position(chunk.position() + 1);
        }
      } catch (LocalStreamException e) {
        assertThat(e.code()).isEqualTo(FailureCode.LINK_BROKEN);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wordsOutOfTurn(String what, ControlMessage message) throws InterruptedException {
      accepted();
      mallory.say(message);

      assertThat(mallory.status()).as(what).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      assertNothingHappenedAndAnnaServesOthers();
    }

    static Stream<Arguments> wordsOutOfTurn() {
      byte[] ticket = new byte[LaneTicket.BYTES];
      return Stream.of(
          Arguments.of("sent before it is", new ControlMessage.Sent(ID)),
          Arguments.of("another key", new ControlMessage.ContentKey(ID, new byte[384], List.of())),
          Arguments.of(
              "accepts itself", new ControlMessage.Accept(ID, List.of(), List.of(), false)),
          Arguments.of("has stored something", new ControlMessage.Stored(ID, 0, 1, true)),
          Arguments.of(
              "gives leave for a lane that it has to dial",
              new ControlMessage.NewLane(ID, 16, new LaneTicket(ticket))),
          Arguments.of("digests that nobody wanted", new Digests(ID, List.of())),
          Arguments.of("signs for itself", delivered(0, 0)),
          Arguments.of("breaks a lane that can't be", new ControlMessage.LaneBroken(ID, 256)));
    }

    @ParameterizedTest(name = "entry {0}")
    @org.junit.jupiter.params.provider.ValueSource(ints = {1, Integer.MAX_VALUE})
    void aSpoiltFileThatThereIsNot(int entry) throws InterruptedException {
      HostilePeer.Lane lane = accepted();
      lane.send(0, 1024, false);
      lane.send(1, 1024, false);
      lane.send(2, 52, true);
      mallory.await(ControlMessage.Stored.class);
      mallory.say(new ControlMessage.Spoilt(ID, Map.of(entry, SpoiltReason.GONE)));

      assertThat(mallory.status()).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      assertNothingHappenedAndAnnaServesOthers();
    }

    @Test
    void aFileThatIsSpoiltTwice() throws InterruptedException {
      accepted();
      mallory.say(new ControlMessage.Spoilt(ID, Map.of(0, SpoiltReason.GONE)));
      mallory.await(ControlMessage.Spoilt.class);
      mallory.say(new ControlMessage.Spoilt(ID, Map.of(0, SpoiltReason.GONE)));

      assertThat(mallory.status()).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      assertNothingHappenedAndAnnaServesOthers();
    }

    @Test
    void aTicketServesOnce() throws InterruptedException {
      HostilePeer.Lane lane = accepted();
      var again = mallory.dial(lane.tickets().getFirst());

      assertThat(again.read(java.nio.ByteBuffer.allocate(1), TestDevice.PATIENCE)).isNegative();
      mallory.say(ControlMessage.Status.of(StatusFlag.CANCELLED, ID));
      awaitFailure();
      assertNothingHappenedAndAnnaServesOthers();
    }

    private void awaitFailure() throws InterruptedException {
      anna.events.await(
          LocalStreamEvent.TransferChanged.class,
          changed -> changed.transfer().state() instanceof TransferState.Failed);
    }

    @Test
    void nothingIsPublishedWhereTheSenderNeverSaysThatItIsDone() throws InterruptedException {
      HostilePeer.Lane lane = accepted();
      lane.send(0, 1024, false);
      lane.send(1, 1024, false);
      lane.send(2, 52, true);
      mallory.await(ControlMessage.Stored.class);
      mallory.close();

      awaitFailure();
      assertNothingHappenedAndAnnaServesOthers();
    }
  }

  private static Delivered delivered(int kept, int missing) {
    return new Delivered(ID, kept, missing, Optional.empty(), Instant.EPOCH, new byte[] {1});
  }

  /** What a receiver may not do. */
  @Nested
  class AsReceiver {
    static Stream<Arguments> answersThatCanNotBe() {
      return Stream.of(
          Arguments.of("has chunks that there are not", accept(new ChunkRange(0, 3))),
          Arguments.of("has all that could ever be", accept(new ChunkRange(0, Long.MAX_VALUE - 1))),
          Arguments.of("sends a receipt for nothing", receipt()),
          Arguments.of("signs for nothing", delivered(0, 0)),
          Arguments.of("tells of names before all is sent", names(0)),
          Arguments.of(
              "has stored what was never sent", new ControlMessage.Stored(ID, 0, 99, true)));
    }

    private static ControlMessage accept(ChunkRange... had) {
      return new ControlMessage.Accept(ID, List.of(), Arrays.asList(had), false);
    }

    private static ControlMessage receipt() {
      return ControlMessage.Status.of(StatusFlag.TRANSFER_COMPLETE, ID);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersThatCanNotBe(String what, ControlMessage answer) throws InterruptedException {
      anna.files.put("secret.bin", new byte[3_000]);
      var sending = anna.send(endpoint.port(), "secret.bin");
      TransferId id = mallory.await(ControlMessage.Offer.class).transfer();
      mallory.await(ControlMessage.Entries.class);
      mallory.say(about(id, answer));

      assertThat(mallory.status()).as(what).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      assertThat(sending.await().state()).isInstanceOf(TransferState.Failed.class);
      anna.files.delete("secret.bin");
      assertNothingHappenedAndAnnaServesOthers();
    }

    /** Mallory claims to have had everything, so that only the receipt is left to be given. */
    private OngoingTransfer claimedToBeThere(boolean verify, ControlMessage... last)
        throws InterruptedException {
      anna.files.put("secret.bin", new byte[3_000]);
      anna.verify = verify;
      OngoingTransfer sending = anna.send(endpoint.port(), "secret.bin");
      TransferId id = mallory.await(ControlMessage.Offer.class).transfer();
      mallory.await(ControlMessage.Entries.class);
      mallory.say(about(id, accept(new ChunkRange(0, 2))));
      mallory.await(ControlMessage.Sent.class);
      for (ControlMessage message : last) {
        mallory.say(about(id, message));
      }
      return sending;
    }

    @Test
    void aReceiptThatIsNotSignedIsNoReceipt() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(false, delivered(0, 0), receipt());

      sending.await();
      assertThat(anna.receipts.all()).isEmpty();
      assertFailed(sending, FailureCode.CONTENT_DAMAGED);
    }

    @Test
    void aReceiptThatCanNotBeIsRefused() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(false, delivered(1, 1), receipt());

      assertFailed(sending, FailureCode.PROTOCOL_VIOLATION);
    }

    @ParameterizedTest(name = "entry {0}")
    @org.junit.jupiter.params.provider.ValueSource(ints = {1, Integer.MAX_VALUE})
    void namesOfEntriesThatThereAreNot(int entry) throws InterruptedException {
      assertFailed(
          claimedToBeThere(false, names(entry), receipt()), FailureCode.PROTOCOL_VIOLATION);
    }

    @Test
    void aNameThatIsToldTwice() throws InterruptedException {
      assertFailed(
          claimedToBeThere(false, names(0), names(0), receipt()), FailureCode.PROTOCOL_VIOLATION);
    }

    private static ControlMessage names(int entry) {
      return NamesTold.of(ID, Map.of(entry, NameFault.DEVICE), Map.of());
    }

    @Test
    void whereItIsVerifiedNothingIsDoneWithoutADigest() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(true, receipt());

      assertFailed(sending, FailureCode.CONTENT_DAMAGED);
    }

    /** Says that it kept everything, and signs for the digest of something. */
    @Test
    void whereItIsVerifiedTheDigestIsComparedOverWhatWasNotKept() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(true);
      mallory.say(here(sending));
      mallory.say(signed(sending, 1, new byte[] {1, 2, 3}));
      mallory.say(about(sending.current().id(), receipt()));

      sending.await();
      assertThat(anna.receipts.all()).isEmpty();
      assertFailed(sending, FailureCode.CONTENT_DAMAGED);
    }

    /** The digest of nothing is true then, and nothing is verified. */
    @Test
    void whatIsSaidToBeKeptIsNotVerified() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(true);
      mallory.say(here(sending));
      mallory.say(signed(sending, 1, new byte[0]));
      mallory.say(about(sending.current().id(), receipt()));

      assertThat(sending.await().state())
          .asInstanceOf(type(TransferState.Completed.class))
          .extracting(completed -> completed.missing().getFirst().reason())
          .isEqualTo(FailureCode.NOT_VERIFIED);
    }

    @Test
    void aReceiptThatNamesOtherEntriesThanItCountsIsRefused() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(false);
      mallory.say(signed(sending, 1, new byte[0]));

      assertFailed(sending, FailureCode.PROTOCOL_VIOLATION);
    }

    @Test
    void entriesThatThereAreNotAreNotKept() throws InterruptedException {
      OngoingTransfer sending = claimedToBeThere(false);
      mallory.say(new Unsaved(sending.current().id(), UnsavedReason.HERE, EntrySet.of(List.of(1))));

      assertFailed(sending, FailureCode.PROTOCOL_VIOLATION);
    }

    private static Unsaved here(OngoingTransfer sending) {
      return new Unsaved(sending.current().id(), UnsavedReason.HERE, EntrySet.of(List.of(0)));
    }

    private Delivered signed(OngoingTransfer sending, int kept, byte[] digested) {
      RunningDigest digest = new InMemoryDigester().begin();
      digest.add(ByteBuffer.wrap(digested));
      Optional<ContentDigest> sum = Optional.of(digest.finish());
      Receipt receipt =
          new Receipt(
              Receipt.Sent.of(
                  sending.current().offer(), anna.identity.identity().id(), mallory.id()),
              kept,
              0,
              sum,
              Instant.EPOCH);
      return new Delivered(
          sending.current().id(), kept, 0, sum, Instant.EPOCH, mallory.sign(receipt));
    }

    private void assertFailed(OngoingTransfer sending, FailureCode code)
        throws InterruptedException {
      assertThat(sending.await().state())
          .asInstanceOf(type(TransferState.Failed.class))
          .extracting(TransferState.Failed::code)
          .isEqualTo(code);
      anna.files.delete("secret.bin");
      assertNothingHappenedAndAnnaServesOthers();
    }

    /** The same message about the transfer that there is. */
    private static ControlMessage about(TransferId id, ControlMessage message) {
      return switch (message) {
        case ControlMessage.Accept(var _, var tickets, var had, boolean verify) ->
            new ControlMessage.Accept(id, tickets, had, verify);
        case ControlMessage.Stored(var _, int lane, long chunks, boolean over) ->
            new ControlMessage.Stored(id, lane, chunks, over);
        case ControlMessage.Status(StatusFlag flag, var _, var _) ->
            ControlMessage.Status.of(flag, id);
        case NamesTold(var _, var leftOut, var saved) -> new NamesTold(id, leftOut, saved);
        case Delivered(var _, int kept, int missing, var digest, var at, byte[] signature) ->
            new Delivered(id, kept, missing, digest, at, signature);
        default -> throw new IllegalArgumentException();
      };
    }
  }
}
