package io.localstream.application.conversation;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.inBackground;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.application.speed.DeviceProbe;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.fake.InMemoryContentEncryption;
import io.localstream.domain.port.fake.InMemoryDigester;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryLaneFraming;
import io.localstream.domain.port.fake.InMemoryMessageCodec;
import io.localstream.domain.port.fake.InMemoryNotary;
import io.localstream.domain.port.fake.InMemoryScratchFiles;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import io.localstream.domain.port.fake.SteppedTicker;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a peer may do to a device that is measured, and what becomes of one that asks. */
class SessionSpeedTest {
  private static final TransferId ID = new TransferId(new UUID(7, 7));
  private static final TransferId OTHER = new TransferId(new UUID(8, 8));
  private static final long MOST_BYTES = 2 << 20;

  private final RecordingLine line = new RecordingLine();
  private final ScriptedApprovalPrompt person = ScriptedApprovalPrompt.always(Answer.YES);
  private final RecordingEventObserver events = new RecordingEventObserver();
  private final InMemoryScratchFiles files = new InMemoryScratchFiles();

  /** What the person does who is told of the end. */
  private volatile Runnable then = () -> {};

  private SessionSpeed speed(Duration patience) {
    SteppedTicker stopwatch = new SteppedTicker();
    InMemoryContentEncryption encryption =
        new InMemoryContentEncryption(new PublicKey(new byte[] {1}));
    DeviceProbe probe =
        new DeviceProbe(
            encryption,
            files,
            new SteppedIdentifierSource(),
            stopwatch,
            new SpeedLimits(Duration.ofSeconds(1), MOST_BYTES, 1 << 20, patience));
    return new SessionSpeed(
        new SpeedConversation.Setting(
            line,
            new SessionTransfers(),
            new ConversationPorts(
                new InMemoryTransport(),
                new InMemoryMessageCodec(),
                new ContentPorts(
                    encryption,
                    new InMemoryLaneFraming(),
                    new InMemoryDigester(),
                    new InMemoryNotary(InMemoryIdentityVault.numbered(1))),
                Timeouts.DEFAULT,
                System::nanoTime),
            new SpeedDesk(probe, person, this::told, Duration.ofSeconds(20))));
  }

  private void told(LocalStreamEvent event) {
    then.run();
    events.on(event);
  }

  private static Measure measure(TransferId id, SpeedStep step) {
    return new Measure(id, step, List.of(), 0);
  }

  private static Offer offer(TransferId id, int attempt, long bytes) {
    return new Offer(
        id,
        attempt,
        new Manifest(
            List.of(new ManifestEntry.File(new RelativePath("x"), bytes, Instant.EPOCH, 0644))),
        ChunkSize.DEFAULT,
        Optional.empty(),
        false,
        false);
  }

  private static ControlMessage refusal(StatusFlag flag) {
    return ControlMessage.Status.of(flag, ID);
  }

  private void assertEnded(String why) throws InterruptedException {
    assertThat(events.await(LocalStreamEvent.SpeedMeasured.class).message()).contains(why);
    assertThat(files.names()).isEmpty();
  }

  @Nested
  class TheOneThatIsAsked {
    private final SessionSpeed speed = speed(Duration.ofSeconds(20));

    private void consent() throws InterruptedException {
      speed.hear(measure(ID, SpeedStep.CONSENT));
      assertThat(line.next()).isEqualTo(Measured.goingOn(ID, SpeedStep.CONSENT, List.of()));
    }

    private void assertRefuses(SpeedStep step) throws InterruptedException {
      speed.hear(measure(ID, step));
      assertThat(line.next()).isEqualTo(refusal(StatusFlag.MESSAGE_MALFORMED));
      assertEnded("out of turn");
    }

    @Test
    void doesNothingBeforeItsPersonHasSaidYes() throws InterruptedException {
      speed.hear(measure(ID, SpeedStep.DEVICE));

      assertThat(line.next()).isEqualTo(refusal(StatusFlag.MESSAGE_UNEXPECTED));
      assertThat(speed.takes(offer(ID, 1, 10))).isFalse();
      assertThat(person.questions()).isEmpty();
    }

    @Test
    void measuresItselfOnce() throws InterruptedException {
      consent();
      speed.hear(measure(ID, SpeedStep.DEVICE));
      assertThat(line.next()).isInstanceOf(Measured.class);

      assertRefuses(SpeedStep.DEVICE);
    }

    @Test
    void answersNoMoreRoundTripsThanItShould() throws InterruptedException {
      consent();
      for (int i = 0; i < 32; i++) {
        speed.hear(measure(ID, SpeedStep.ROUND_TRIP));
        assertThat(line.next()).isInstanceOf(Measured.class);
      }

      assertRefuses(SpeedStep.ROUND_TRIP);
    }

    @Test
    void sendsNothingBackBeforeItIsMeasured() throws InterruptedException {
      consent();
      speed.hear(measure(ID, SpeedStep.TOGETHER_BACK));
      assertThat(line.next()).isInstanceOf(Measured.class);

      assertThat(line.next()).isEqualTo(refusal(StatusFlag.MESSAGE_MALFORMED));
      assertEnded("out of turn");
    }

    @Test
    void takesOneOfferOfTheRightKindWhereItExpectsOne() throws InterruptedException {
      consent();
      assertThat(speed.takes(offer(ID, 1, 10))).isFalse();
      speed.hear(measure(ID, SpeedStep.TOGETHER_THERE));
      assertThat(line.next()).isInstanceOf(Measured.class);

      assertThat(speed.takes(offer(OTHER, 1, 10))).isFalse();
      assertThat(speed.takes(offer(ID, 2, 10))).isFalse();
      assertThat(speed.takes(offer(ID, 1, MOST_BYTES + 1))).isFalse();
      speed.end(new LocalStreamException(FailureCode.CLOSED, "the session ended"));
      assertEnded("the session ended");
      assertThat(speed.takes(offer(ID, 1, 10))).isFalse();
    }

    @Test
    void isForOneMeasurementAtATime() throws InterruptedException {
      consent();

      speed.hear(measure(OTHER, SpeedStep.CONSENT));

      assertThat(line.next()).isEqualTo(ControlMessage.Status.of(StatusFlag.LIMIT_REACHED, OTHER));
      speed.hear(measure(ID, SpeedStep.END));
      assertThat(line.next()).isEqualTo(Measured.goingOn(ID, SpeedStep.END, List.of()));
      assertEnded("");
      speed.hear(measure(OTHER, SpeedStep.CONSENT));
      assertThat(line.next()).isEqualTo(Measured.goingOn(OTHER, SpeedStep.CONSENT, List.of()));
    }

    @Test
    void isOverWhenItTellsOfItsEnd() throws InterruptedException {
      consent();
      then = () -> speed.hear(measure(OTHER, SpeedStep.CONSENT));

      assertThat(speed.hears(StatusFlag.CANCELLED, ID)).isTrue();

      assertThat(line.next()).isEqualTo(Measured.goingOn(OTHER, SpeedStep.CONSENT, List.of()));
    }

    @Test
    void removesEverythingWhenTheOtherSideCancels() throws InterruptedException {
      consent();

      assertThat(speed.hears(StatusFlag.CANCELLED, ID)).isTrue();

      assertEnded("ben cancelled");
      assertThat(line.isSilent()).isTrue();
    }

    @Test
    void leavesOtherStatusesToTransfers() throws InterruptedException {
      consent();

      assertThat(speed.hears(StatusFlag.CANCELLED, OTHER)).isFalse();
    }
  }

  @Test
  void givesAPeerUpThatGoesOnWithNothing() throws InterruptedException {
    SessionSpeed speed = speed(Duration.ofMillis(150));
    speed.hear(measure(ID, SpeedStep.CONSENT));
    assertThat(line.next()).isInstanceOf(Measured.class);

    assertThat(line.next()).isEqualTo(refusal(StatusFlag.TIMED_OUT));
    assertEnded("waited for too long");
  }

  @Nested
  class TheOneThatAsks {
    private final SessionSpeed speed = speed(Duration.ofSeconds(20));
    private final Future<SpeedReport> measuring =
        inBackground(() -> speed.measure(ID, new FileReference("."), _ -> {}));

    private void awaitQuestion() throws InterruptedException {
      assertThat(line.next()).isEqualTo(measure(ID, SpeedStep.CONSENT));
    }

    @Test
    void saysThatTheOtherSideIsTooOld() throws InterruptedException {
      awaitQuestion();

      speed.notUnderstood();

      assertThatThrownBy(measuring::get)
          .hasMessageContaining("ben runs a LocalStream that does not know how to measure");
      assertFails(FailureCode.VERSION_MISMATCH, measuring);
      assertThat(files.names()).isEmpty();
    }

    @Test
    void saysThatTheOtherPersonSaidNo() throws InterruptedException {
      awaitQuestion();

      assertThat(speed.hears(StatusFlag.DECLINED, ID)).isTrue();

      assertThatThrownBy(measuring::get).hasMessageContaining("ben said no to being measured");
      assertThat(line.isSilent()).isTrue();
    }

    @Test
    void mindsNoWordThatItDidNotAskFor() throws InterruptedException {
      awaitQuestion();
      speed.hear(Measured.goingOn(OTHER, SpeedStep.CONSENT, List.of()));
      speed.hear(measure(ID, SpeedStep.DEVICE));
      assertThat(line.next()).isEqualTo(refusal(StatusFlag.MESSAGE_UNEXPECTED));

      speed.hear(Measured.goingOn(ID, SpeedStep.DEVICE, List.of()));

      assertFails(FailureCode.PROTOCOL_VIOLATION, measuring);
      assertThat(line.next()).isEqualTo(refusal(StatusFlag.MESSAGE_MALFORMED));
      assertThat(speed.takes(offer(ID, 2, 10))).isFalse();
    }

    @Test
    void wantsFiguresWhereFiguresAreDue() throws InterruptedException {
      awaitQuestion();
      speed.hear(Measured.goingOn(ID, SpeedStep.CONSENT, List.of()));
      assertThat(line.next()).isEqualTo(measure(ID, SpeedStep.DEVICE));

      speed.hear(Measured.goingOn(ID, SpeedStep.DEVICE, List.of()));

      assertFails(FailureCode.PROTOCOL_VIOLATION, measuring);
      assertThat(files.names()).isEmpty();
    }

    @Test
    void failsWithTheSession() throws InterruptedException {
      awaitQuestion();

      speed.end(new LocalStreamException(FailureCode.LINK_BROKEN, "ben is gone"));

      assertFails(FailureCode.LINK_BROKEN, measuring);
      assertFails(
          FailureCode.LINK_BROKEN, () -> speed.measure(ID, new FileReference("."), _ -> {}));
    }
  }
}
