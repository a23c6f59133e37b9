package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Question;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import io.localstream.domain.trust.PinnedDevice;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How devices come to trust each other, and what else may come to a listening connection. */
class IntroductionTest {
  private static final Duration PATIENCE = TestDevice.PATIENCE;

  private final InMemoryTransport network = new InMemoryTransport("127.0.0.1", "192.168.1.7");
  private final List<TestDevice> devices = new ArrayList<>();

  @AfterEach
  void close() {
    devices.reversed().forEach(TestDevice::close);
  }

  private TestDevice device(int number, String name, Answer... script) {
    return device(InMemoryIdentityVault.numbered(number), name, new ScriptedApprovalPrompt(script));
  }

  private TestDevice device(
      InMemoryIdentityVault identity, String name, ScriptedApprovalPrompt prompt) {
    InMemoryTransport transport =
        devices.isEmpty() ? network : network.neighbour("192.168.1." + (10 + devices.size()));
    TestDevice device = new TestDevice(transport, identity, name, prompt);
    devices.add(device);
    return device;
  }

  private static LocalStreamException refusal(TestDevice device, Endpoint endpoint) {
    LocalStreamException refusal =
        catchThrowableOfType(LocalStreamException.class, () -> device.connect(endpoint));
    assertThat(refusal).as("is refused").isNotNull();
    assertThat(refusal.getMessage()).isNotBlank().hasLineCount(1);
    return refusal;
  }

  @Nested
  class FirstContact {
    @Test
    void asksBothPersonsPinsBothKeysAndOpensTheSession() throws InterruptedException {
      TestDevice anna = device(1, "anna", Answer.YES);
      TestDevice ben = device(2, "ben", Answer.YES);

      Session session = ben.connect(anna.listen(1));

      assertThat(session.peer().name().value()).isEqualTo("anna");
      assertThat(session.peer().fingerprint()).isEqualTo(anna.identity.identity().fingerprint());
      anna.events.await(LocalStreamEvent.PeerJoined.class);
      assertThat(anna.trust.all())
          .extracting(pin -> pin.device().id())
          .containsExactly(ben.identity.identity().id());
      assertThat(ben.trust.all())
          .extracting(pin -> pin.device().id())
          .containsExactly(anna.identity.identity().id());
      assertThat(anna.prompt.questions())
          .singleElement()
          .isInstanceOfSatisfying(
              Question.TrustDevice.class,
              question -> {
                assertThat(question.own()).isEqualTo(anna.identity.identity());
                assertThat(question.contact().presented().fingerprint())
                    .isEqualTo(ben.identity.identity().fingerprint());
              });
    }

    @Test
    void asksNobodyASecondTime() throws InterruptedException {
      TestDevice anna = device(1, "anna", Answer.YES);
      TestDevice ben = device(2, "ben", Answer.YES);
      Endpoint endpoint = anna.listen(1);
      ben.connect(endpoint);
      ben.device.closeConnection().close(endpoint.port());
      anna.events.await(LocalStreamEvent.PeerLeft.class);

      ben.connect(endpoint);

      assertThat(anna.prompt.questions()).hasSize(1);
      assertThat(ben.prompt.questions()).hasSize(1);
    }

    @Test
    void tellsTheOtherWhenOnePersonSaysNo() {
      TestDevice anna = device(1, "anna", Answer.NO);
      TestDevice ben = device(2, "ben", Answer.YES);

      assertThat(refusal(ben, anna.listen(1)).code()).isEqualTo(FailureCode.DECLINED);

      assertThat(anna.trust.all()).isEmpty();
      assertThat(ben.trust.all()).isEmpty();
    }

    @Test
    void isRefusedWhereNobodyCanBeAsked() throws InterruptedException {
      TestDevice anna = device(1, "anna", Answer.YES);
      TestDevice ben = device(2, "ben", Answer.NONE);

      assertThat(refusal(ben, anna.listen(1)).code()).isEqualTo(FailureCode.NOBODY_ASKED);

      LocalStreamEvent.PeerRefused refused = anna.events.await(LocalStreamEvent.PeerRefused.class);
      assertThat(refused.code()).isEqualTo(FailureCode.NOBODY_ASKED);
      assertThat(refused.message()).startsWith("nobody at ben answered");
      assertThat(anna.trust.all()).isEmpty();
    }

    @Test
    void withdrawsTheQuestionWhenTheStrangerHangsUp() throws InterruptedException {
      TestDevice anna = device(1, "anna");
      TestDevice ben = device(2, "ben", Answer.YES);
      Endpoint endpoint = anna.listen(1);
      FutureTask<Session> connecting = new FutureTask<>(() -> ben.connect(endpoint));
      Thread.ofVirtual().start(connecting);
      anna.prompt.awaitQuestions(1, PATIENCE);

      connecting.cancel(true);

      anna.events.await(LocalStreamEvent.PeerRefused.class);
      assertThat(anna.trust.all()).isEmpty();
      assertThat(anna.device.showStatus().show().active()).isZero();
    }

    @Test
    void saysWhenTheNameBelongsToAnotherDevice() throws InterruptedException {
      TestDevice anna = device(1, "anna", Answer.YES);
      TestDevice ben = device(2, "ben", Answer.YES);
      ben.trust.pin(PinnedDevice.at(device(3, "anna", Answer.YES).presented(), Instant.EPOCH));

      ben.connect(anna.listen(1));

      assertThat(((Question.TrustDevice) ben.prompt.questions().getFirst()).contact().nameIsKnown())
          .isTrue();
    }
  }

  @Nested
  class KnownDevice {
    @Test
    void isRefusedWithBothFingerprintsWhenItsKeyChanged() throws InterruptedException {
      InMemoryIdentityVault before = InMemoryIdentityVault.numbered(1);
      InMemoryIdentityVault after = before.withOtherKeys();
      TestDevice impostor = device(after, "anna", ScriptedApprovalPrompt.always(Answer.YES));
      TestDevice ben = device(2, "ben", Answer.YES);
      ben.pin(
          new TestDevice(new InMemoryTransport(), before, "anna", new ScriptedApprovalPrompt()));

      LocalStreamException refusal = refusal(ben, impostor.listen(1));

      assertThat(refusal.code()).isEqualTo(FailureCode.KEY_CHANGED);
      assertThat(refusal.getMessage())
          .contains(before.identity().fingerprint().display())
          .contains(after.identity().fingerprint().display());
      assertThat(ben.prompt.questions()).isEmpty();
      assertThat(ben.trust.all().getFirst().device().fingerprint())
          .isEqualTo(before.identity().fingerprint());
      assertThat(impostor.events.await(LocalStreamEvent.PeerRefused.class).code())
          .isEqualTo(FailureCode.KEY_CHANGED);
    }

    @Test
    void isRefusedWhenItsTrustWasRevoked() throws InterruptedException {
      TestDevice anna = device(1, "anna", Answer.YES);
      TestDevice ben = device(2, "ben", Answer.YES);
      anna.trust.pin(PinnedDevice.at(ben.presented(), Instant.EPOCH).revoke());

      assertThat(refusal(ben, anna.listen(1)).code()).isEqualTo(FailureCode.REVOKED);
      assertThat(anna.prompt.questions()).isEmpty();
    }
  }

  @Test
  void refusesItself() {
    TestDevice anna = device(1, "anna", Answer.YES, Answer.YES);

    assertThat(refusal(anna, anna.listen(1)).code()).isEqualTo(FailureCode.OWN_DEVICE);
  }

  @Test
  void tellsTheNextPeerThatTheLimitIsReached() throws InterruptedException {
    TestDevice anna = device(1, "anna", Answer.YES);
    TestDevice ben = device(2, "ben", Answer.YES);
    TestDevice carla = device(3, "carla", Answer.YES);
    Endpoint endpoint = anna.listen(1);
    ben.connect(endpoint);

    assertThat(refusal(carla, endpoint).code()).isEqualTo(FailureCode.LIMIT_REACHED);
    assertThat(anna.prompt.questions()).as("nobody is asked in vain").hasSize(1);
    assertThat(carla.prompt.questions()).as("nobody is asked in vain").isEmpty();

    ben.close();
    anna.events.await(LocalStreamEvent.PeerLeft.class);
    anna.prompt.answer(Answer.YES);
    carla.connect(endpoint);
    assertThat(anna.device.showStatus().show().active()).isEqualTo(1);
  }

  /** Someone who speaks the protocol, but not as it should be spoken. */
  @Nested
  class OddPeer {
    private TestDevice anna;
    private TestDevice odd;
    private SecureChannel channel;

    private void dial(Answer... annas) {
      dial(device(1, "anna", annas));
    }

    private void dial(TestDevice listening) {
      anna = listening;
      odd = device(2, "odd");
      channel =
          odd.security.initiate(
              odd.transport.dial(anna.listen(1), new Greeting.Control(), PATIENCE), PATIENCE);
    }

    private void say(ControlMessage message) {
      odd.codec.write(message, channel, PATIENCE);
    }

    private void sayHello(int version) {
      say(
          new ControlMessage.Hello(
              version,
              odd.settings.deviceName(),
              odd.identity.identity().wrappingKey(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of()));
    }

    private StatusFlag reply() {
      while (true) {
        ControlMessage message =
            odd.codec.read(channel, ConversationStage.INTRODUCTION, PATIENCE).orElseThrow();
        if (message instanceof ControlMessage.Status(StatusFlag flag, var _, var _)
            && flag != StatusFlag.APPROVAL_PENDING) {
          return flag;
        }
      }
    }

    private void join() throws InterruptedException {
      sayHello(2);
      assertThat(reply()).isEqualTo(StatusFlag.READY);
      say(ControlMessage.Status.of(StatusFlag.READY));
      anna.events.await(LocalStreamEvent.PeerJoined.class);
    }

    @ParameterizedTest
    @CsvSource({"1, update LocalStream on the other device", "3, update LocalStream here"})
    void ofAnotherVersionIsToldSo(int version, String advice) throws InterruptedException {
      dial();
      sayHello(version);

      assertThat(reply()).isEqualTo(StatusFlag.VERSION_UNSUPPORTED);
      LocalStreamEvent.PeerRefused refused = anna.events.await(LocalStreamEvent.PeerRefused.class);
      assertThat(refused.code()).isEqualTo(FailureCode.VERSION_MISMATCH);
      assertThat(refused.message()).endsWith(advice);
    }

    @Test
    void whoDoesNotSayHelloFirstIsRefused() throws InterruptedException {
      dial();
      say(new ControlMessage.Heartbeat());

      assertThat(reply()).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      anna.events.await(LocalStreamEvent.PeerRefused.class);
    }

    @Test
    void whoIsReadyBeforeAnyoneSaidYesDoesNotGetIn() throws InterruptedException {
      dial(Answer.NO);
      sayHello(2);
      say(ControlMessage.Status.of(StatusFlag.READY));

      assertThat(reply()).isEqualTo(StatusFlag.DECLINED);
      assertThat(anna.trust.all()).isEmpty();
      assertThat(anna.events.events(LocalStreamEvent.PeerJoined.class)).isEmpty();
    }

    @Test
    void whoIsRevokedBeforeItIsReadyDoesNotGetIn() throws InterruptedException {
      dial();
      anna.pin(odd);
      sayHello(2);
      assertThat(reply()).isEqualTo(StatusFlag.READY);
      anna.device.reviewTrust().revoke("odd");
      say(ControlMessage.Status.of(StatusFlag.READY));

      assertThat(reply()).isEqualTo(StatusFlag.REVOKED);
      assertThat(anna.events.await(LocalStreamEvent.PeerRefused.class).code())
          .isEqualTo(FailureCode.REVOKED);
      assertThat(anna.trust.all()).singleElement().matches(PinnedDevice::revoked);
      assertThat(anna.device.showStatus().show().active()).isZero();
    }

    @Test
    void whoIsForgottenBeforeItIsReadyIsNotPinnedAgain() throws InterruptedException {
      dial();
      anna.pin(odd);
      sayHello(2);
      assertThat(reply()).isEqualTo(StatusFlag.READY);
      anna.device.reviewTrust().forget("odd");
      say(ControlMessage.Status.of(StatusFlag.READY));

      assertThat(anna.events.await(LocalStreamEvent.PeerRefused.class).code())
          .isEqualTo(FailureCode.NOT_TRUSTED);
      assertThat(anna.trust.all()).isEmpty();
    }

    @Test
    void aPersonsYesDoesNotReplaceADeviceThatWasPinnedMeanwhile() throws InterruptedException {
      dial(Answer.YES);
      sayHello(2);
      assertThat(reply()).isEqualTo(StatusFlag.READY);
      TestDevice other =
          device(
              InMemoryIdentityVault.numbered(2).withOtherKeys(),
              "other",
              new ScriptedApprovalPrompt());
      anna.pin(other);
      say(ControlMessage.Status.of(StatusFlag.READY));

      assertThat(reply()).isEqualTo(StatusFlag.KEY_CHANGED);
      assertThat(anna.trust.all())
          .extracting(pinned -> pinned.device().fingerprint())
          .containsExactly(other.identity.identity().fingerprint());
    }

    @Test
    void isToldOfMessagesThatNobodyKnowsAndStays() throws InterruptedException {
      dial(Answer.YES);
      join();
      odd.codec.writeUnknown(channel, PATIENCE);

      assertThat(reply()).isEqualTo(StatusFlag.MESSAGE_UNKNOWN);
      assertThat(anna.device.showStatus().show().sessions()).hasSize(1);
    }

    @Test
    void isSentAwayWhenItTalksNonsense() throws InterruptedException {
      dial(Answer.YES);
      join();
      channel.write(ByteBuffer.wrap(new byte[4_096]), PATIENCE);

      assertThat(reply()).isEqualTo(StatusFlag.MESSAGE_MALFORMED);
      anna.events.await(LocalStreamEvent.PeerLeft.class);
    }

    @Test
    void whoSaysNothingAnyMoreIsGone() throws InterruptedException {
      TestDevice impatient =
          new TestDevice(
              network,
              InMemoryIdentityVault.numbered(1),
              "anna",
              TestDevice.Surroundings.withHeartbeat(Duration.ofMillis(300)));
      devices.add(impatient);
      dial(impatient);
      join();

      assertThat(anna.events.await(LocalStreamEvent.PeerLeft.class).message())
          .contains("does not answer");
    }
  }
}
