package io.localstream.domain.port.contract;

import static io.localstream.domain.message.ConversationStage.INTRODUCTION;
import static io.localstream.domain.message.ConversationStage.SESSION;
import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.inBackground;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.SpaceShortage;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.message.Digests;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.NamesTold;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.message.Unsaved;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.session.SessionClaim;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.SpoiltReason;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnsavedReason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link MessageCodec} promises. */
public abstract class MessageCodecContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofMillis(40);
  private static final TransferId TRANSFER =
      new TransferId(UUID.fromString("6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d"));

  private static final Measurement MOST =
      new Measurement(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE));
  private static final Measurement LEAST = new Measurement(0, Duration.ofNanos(1));

  private final InMemoryTransport transport = new InMemoryTransport();

  /** The subject, always the same one within a test. */
  protected abstract MessageCodec codec();

  /** Writes a well-formed message of a type that does not exist. */
  protected abstract void writeUnknown(Link link, Duration timeout);

  private record Ends(Link near, Link far) {}

  private Ends connect() {
    try (Listener listener = transport.listen(Endpoint.of("127.0.0.1", 0))) {
      Link near = transport.dial(listener.endpoint(), new Greeting.Control(), PATIENCE);
      return new Ends(near, listener.accept(PATIENCE).orElseThrow());
    }
  }

  private byte[] encoded(ControlMessage message) {
    Ends ends = connect();
    codec().write(message, ends.near(), PATIENCE);
    ByteBuffer bytes = ByteBuffer.allocate(InMemoryTransport.BUFFER_BYTES);
    ends.far().read(bytes, PATIENCE);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static ContentDigest digest(int fill) {
    byte[] value = new byte[ContentDigest.BYTES];
    Arrays.fill(value, (byte) fill);
    return new ContentDigest(value);
  }

  private static LaneTicket ticket(int seed) {
    byte[] value = new byte[LaneTicket.BYTES];
    Arrays.fill(value, (byte) seed);
    return new LaneTicket(value);
  }

  private static ControlMessage.Entries entries(Stream<ManifestEntry> entries) {
    return new ControlMessage.Entries(TRANSFER, entries.toList());
  }

  private static ManifestEntry entry(String path) {
    return new ManifestEntry.File(
        new RelativePath(path), 1L << 40, Instant.ofEpochSecond(-1, 999_999_999), 0754);
  }

  private static ControlMessage hello(
      Optional<Integer> code, Optional<SessionClaim> claim, int successions) {
    return new ControlMessage.Hello(
        1,
        new DeviceName("desk"),
        new PublicKey(new byte[PublicKey.MAX_BYTES]),
        Optional.empty(),
        code,
        claim,
        IntStream.range(0, successions).mapToObj(MessageCodecContract::succession).toList());
  }

  private static SessionClaim claim() {
    byte[] proof = new byte[SessionClaim.BYTES];
    Arrays.fill(proof, (byte) -2);
    return new SessionClaim(proof);
  }

  private static Succession succession(int seed) {
    return new Succession(
        new DeviceId(TRANSFER.value()),
        new PublicKey(new byte[] {(byte) seed, 1}),
        new PublicKey(new byte[] {(byte) seed, 2}),
        new PublicKey(new byte[PublicKey.MAX_BYTES]),
        new byte[Succession.MAX_SIGNATURE_BYTES]);
  }

  static Stream<ControlMessage> messages() {
    DeviceName name = new DeviceName("K\u00fcche \"\u202e\ud83d\ude00");
    PublicKey key = new PublicKey(new byte[] {0, 1, -1, 127, -128});
    return Stream.of(
        new ControlMessage.Hello(
            1, name, key, Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
        new ControlMessage.Hello(
            Integer.MAX_VALUE,
            name,
            key,
            Optional.of(new MacAddress("02:00:00:00:00:07")),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        hello(Optional.of(1), Optional.empty(), 0),
        hello(Optional.of(PairingCode.MAX_NUMBER), Optional.of(claim()), Succession.MAX_TOLD),
        hello(Optional.empty(), Optional.of(claim()), 1),
        new Pairing(1, new byte[] {-1}),
        new Pairing(Pairing.ROUNDS, new byte[Pairing.MAX_PAYLOAD_BYTES]),
        ControlMessage.Status.of(StatusFlag.TRANSFER_COMPLETE, TRANSFER),
        new ControlMessage.Status(
            StatusFlag.NO_SPACE,
            Optional.of(TRANSFER),
            Optional.of(new SpaceShortage(Long.MAX_VALUE, 0))),
        entries(Stream.of(entry("a"))),
        entries(IntStream.range(0, 3_000).mapToObj(i -> entry("album/\u00e9 " + i + ".jpg"))),
        entries(Stream.of(new ManifestEntry.File(new RelativePath("z"), 0, Instant.EPOCH, 0))),
        entries(
            Stream.of(
                new ManifestEntry.File(
                    new RelativePath("y"), (1L << 53) + 1, CommonEra.LAST, 0777))),
        entries(
            Stream.of(
                new ManifestEntry.File(
                    new RelativePath("x"), Long.MAX_VALUE, CommonEra.FIRST, 0777))),
        new ControlMessage.Accept(TRANSFER, List.of(), List.of(), true),
        new ControlMessage.Accept(TRANSFER, List.of(ticket(1), ticket(2)), List.of(), false),
        new ControlMessage.ContentKey(TRANSFER, new byte[384], List.of(ticket(-1))),
        new ControlMessage.Offer(
            TRANSFER,
            1,
            Manifest.MAX_ENTRIES,
            ChunkSize.DEFAULT,
            Optional.of(new LaneCount(LaneCount.MAX)),
            true,
            false),
        new ControlMessage.Offer(
            TRANSFER, Integer.MAX_VALUE, 1, ChunkSize.DEFAULT, Optional.empty(), false, false),
        new ControlMessage.Offer(TRANSFER, 1, 1, ChunkSize.DEFAULT, Optional.empty(), false, true),
        new ControlMessage.Accept(
            TRANSFER, List.of(), List.of(new ChunkRange(0, 0), new ChunkRange(7, 1L << 53)), false),
        new ControlMessage.Spoilt(
            TRANSFER, Map.of(0, SpoiltReason.GONE, 999_999, SpoiltReason.CHANGED)),
        new ControlMessage.Sent(TRANSFER),
        NamesTold.of(
            TRANSFER,
            Map.of(0, NameFault.HIDDEN, 999_999, NameFault.ALIKE),
            Map.of(7, new RelativePath("a/b_~0a1b2c3d"))),
        NamesTold.of(TRANSFER, Map.of(), Map.of(0, new RelativePath("x"))),
        new Digests(TRANSFER, List.of()),
        new Digests(TRANSFER, List.of(digest(1), digest(-1))),
        new Digests(TRANSFER, Collections.nCopies(Digests.MAX_FILES, digest(2))),
        new Unsaved(TRANSFER, UnsavedReason.HERE, EntrySet.of(List.of(0))),
        new Unsaved(TRANSFER, UnsavedReason.LEFT_OUT, EntrySet.of(List.of(7, 8, 1_000))),
        new Unsaved(TRANSFER, UnsavedReason.NAME_IMPOSSIBLE, EntrySet.first(Manifest.MAX_ENTRIES)),
        new Delivered(TRANSFER, 0, 0, Optional.empty(), Instant.EPOCH, new byte[] {1}),
        new Delivered(
            TRANSFER,
            999_999,
            1,
            Optional.of(digest(7)),
            CommonEra.LAST,
            new byte[SignedReceipt.MAX_SIGNATURE_BYTES]),
        entries(
            Stream.of(
                new ManifestEntry.Folder(new RelativePath("album"), Instant.EPOCH, 0700),
                new ManifestEntry.Link(
                    new RelativePath("album/latest"),
                    new LinkTarget("../album/\u00e9"),
                    Instant.EPOCH))),
        new ControlMessage.Stored(TRANSFER, 0, 0, false),
        new ControlMessage.Stored(TRANSFER, Integer.MAX_VALUE, Long.MAX_VALUE, true),
        new ControlMessage.LaneBroken(TRANSFER, 3),
        new ControlMessage.NewLane(TRANSFER, 17, ticket(9)),
        new Measure(TRANSFER, SpeedStep.TOGETHER_BACK, List.of(), Long.MAX_VALUE),
        new Measure(TRANSFER, SpeedStep.NETWORK_BACK, List.of(ticket(3)), 0),
        Measured.goingOn(TRANSFER, SpeedStep.NETWORK_THERE, List.of(ticket(4))),
        measured(Optional.of(new DeviceSpeed(MOST, LEAST, Optional.empty())), Optional.empty()),
        measured(
            Optional.of(
                new DeviceSpeed(LEAST, MOST, Optional.of(new DiskSpeed(MOST, LEAST, true)))),
            Optional.of(MOST)),
        new ControlMessage.Heartbeat());
  }

  private static ControlMessage measured(
      Optional<DeviceSpeed> device, Optional<Measurement> network) {
    return new Measured(TRANSFER, SpeedStep.DEVICE, List.of(), device, network);
  }

  @ParameterizedTest
  @EnumSource
  void carriesEveryStepOfAMeasurement(SpeedStep step) {
    Ends ends = connect();
    ControlMessage measure = new Measure(TRANSFER, step, List.of(), 0);
    ControlMessage measured = Measured.goingOn(TRANSFER, step, List.of());
    codec().write(measure, ends.near(), PATIENCE);
    codec().write(measured, ends.near(), PATIENCE);

    assertThat(codec().read(ends.far(), SESSION, PATIENCE)).contains(measure);
    assertThat(codec().read(ends.far(), SESSION, PATIENCE)).contains(measured);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsWhatWasWritten(ControlMessage message) {
    Ends ends = connect();
    codec().write(message, ends.near(), PATIENCE);

    assertThat(codec().read(ends.far(), SESSION, PATIENCE)).contains(message);
  }

  @ParameterizedTest
  @EnumSource
  void carriesEveryStatus(StatusFlag flag) {
    Ends ends = connect();
    codec().write(ControlMessage.Status.of(flag), ends.near(), PATIENCE);

    assertThat(codec().read(ends.far(), SESSION, PATIENCE))
        .contains(ControlMessage.Status.of(flag));
  }

  @Test
  void keepsTheOrder() {
    Ends ends = connect();
    messages().forEach(message -> codec().write(message, ends.near(), PATIENCE));

    assertThat(messages())
        .allSatisfy(
            message -> assertThat(codec().read(ends.far(), SESSION, PATIENCE)).contains(message));
  }

  @Test
  void tellsTheEndOfTheStream() {
    Ends ends = connect();
    codec().write(new ControlMessage.Heartbeat(), ends.near(), PATIENCE);
    ends.near().close();

    assertThat(codec().read(ends.far(), SESSION, PATIENCE))
        .contains(new ControlMessage.Heartbeat());
    assertThat(codec().read(ends.far(), SESSION, PATIENCE)).isEmpty();
  }

  @Test
  void readsAnUnknownTypeAsUnrecognised() {
    Ends ends = connect();
    writeUnknown(ends.near(), PATIENCE);
    codec().write(new ControlMessage.Heartbeat(), ends.near(), PATIENCE);

    assertThat(codec().read(ends.far(), SESSION, PATIENCE))
        .contains(new ControlMessage.Unrecognised());
    assertThat(codec().read(ends.far(), SESSION, PATIENCE))
        .contains(new ControlMessage.Heartbeat());
  }

  @Test
  void neverWritesUnrecognised() {
    Link link = connect().near();

    assertThatThrownBy(() -> codec().write(new ControlMessage.Unrecognised(), link, PATIENCE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesNothingOfAMessageThatIsTooLong() {
    String longName = "n".repeat(200);
    ControlMessage tooLong =
        entries(IntStream.range(0, 40_000).mapToObj(i -> entry(longName + "/" + i)));
    Ends ends = connect();

    assertThatThrownBy(() -> codec().write(tooLong, ends.near(), PATIENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertFails(FailureCode.TIMED_OUT, () -> codec().read(ends.far(), SESSION, IMPATIENCE));
  }

  @Test
  void refusesALongMessageBeforeTheSessionIsOpen() {
    ControlMessage listing =
        entries(IntStream.range(0, 600).mapToObj(i -> entry("n".repeat(200) + i)));
    Ends strangers = connect();
    codec().write(listing, strangers.near(), PATIENCE);
    Ends partners = connect();
    codec().write(listing, partners.near(), PATIENCE);

    assertFails(
        FailureCode.PROTOCOL_VIOLATION,
        () -> codec().read(strangers.far(), INTRODUCTION, PATIENCE));
    assertThat(codec().read(partners.far(), SESSION, PATIENCE)).contains(listing);
  }

  @Test
  void readsTheMessagesOfAnIntroduction() {
    List<ControlMessage> first =
        messages()
            .filter(message ->
                message instanceof ControlMessage.Hello
                    || message instanceof ControlMessage.Status
                    || message instanceof Pairing)
            .toList();
    Ends ends = connect();
    first.forEach(message -> codec().write(message, ends.near(), PATIENCE));

    assertThat(first)
        .allSatisfy(message ->
            assertThat(codec().read(ends.far(), INTRODUCTION, PATIENCE)).contains(message));
  }

  @Test
  void canReadAgainAfterATimeout() {
    Ends ends = connect();
    assertFails(FailureCode.TIMED_OUT, () -> codec().read(ends.far(), SESSION, IMPATIENCE));
    codec().write(new ControlMessage.Heartbeat(), ends.near(), PATIENCE);

    assertThat(codec().read(ends.far(), SESSION, PATIENCE))
        .contains(new ControlMessage.Heartbeat());
  }

  @Test
  void refusesWhatIsNoMessage() {
    byte[] garbage = new byte[64];
    Arrays.fill(garbage, (byte) 0xFF);
    Ends ends = connect();
    ends.near().write(ByteBuffer.wrap(garbage), PATIENCE);

    assertFails(FailureCode.PROTOCOL_VIOLATION, () -> codec().read(ends.far(), SESSION, PATIENCE));
  }

  @Test
  void isBrokenWhenTheStreamEndsWithinAMessage() {
    byte[] bytes = encoded(ControlMessage.Status.of(StatusFlag.READY));
    for (int length = 1; length < bytes.length; length++) {
      Ends ends = connect();
      ends.near().write(ByteBuffer.wrap(bytes, 0, length), PATIENCE);
      ends.near().close();

      assertFails(FailureCode.LINK_BROKEN, () -> codec().read(ends.far(), SESSION, PATIENCE));
    }
  }

  @Test
  void isBrokenWhenTheStreamStallsWithinAMessage() {
    byte[] bytes = encoded(ControlMessage.Status.of(StatusFlag.READY));
    for (int length : new int[] {1, bytes.length / 2, bytes.length - 1}) {
      Ends ends = connect();
      ends.near().write(ByteBuffer.wrap(bytes, 0, length), PATIENCE);

      assertFails(FailureCode.LINK_BROKEN, () -> codec().read(ends.far(), SESSION, IMPATIENCE));
    }
  }

  @Test
  void readsAMessageThatComesInPieces() throws Exception {
    byte[] bytes = encoded(ControlMessage.Status.of(StatusFlag.READY));
    Ends ends = connect();
    Future<Optional<ControlMessage>> reading =
        inBackground(() -> codec().read(ends.far(), SESSION, PATIENCE));
    for (byte each : bytes) {
      ends.near().write(ByteBuffer.wrap(new byte[] {each}), PATIENCE);
    }

    assertThat(reading.get()).contains(ControlMessage.Status.of(StatusFlag.READY));
  }

  @Test
  void isClosedWhenTheLinkIs() {
    Link link = connect().near();
    link.close();

    assertFails(FailureCode.CLOSED, () -> codec().read(link, SESSION, PATIENCE));
    assertFails(
        FailureCode.CLOSED, () -> codec().write(new ControlMessage.Heartbeat(), link, PATIENCE));
  }
}
