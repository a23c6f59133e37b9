package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.port.fake.InMemoryPairingExchange;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.port.fake.SteppedTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;

/** A peer that says the same again and again, and never what is waited for. */
@Timeout(60)
class EndlessIntroductionTest {
  private static final ControlMessage HEARTBEAT = new ControlMessage.Heartbeat();
  private static final ControlMessage PENDING =
      ControlMessage.Status.of(StatusFlag.APPROVAL_PENDING);

  private final RecordingEventObserver events = new RecordingEventObserver();
  private final List<ControlMessage> answers = new ArrayList<>();

  private IntroductionLine lineOfOneWhoSays(ControlMessage message) {
    SecureChannel channel = Mockito.mock(SecureChannel.class);
    Mockito.when(channel.remote()).thenReturn(Endpoint.of("192.168.1.66", 4711));
    MessageCodec codec =
        new MessageCodec() {
          @Override
          public void write(ControlMessage answer, Link link, Duration timeout) {
            answers.add(answer);
          }

          @Override
          public Optional<ControlMessage> read(
              Link link, ConversationStage stage, Duration timeout) {
            return Optional.of(message);
          }
        };
    return new IntroductionLine(channel, codec, Timeouts.DEFAULT, new SteppedTicker());
  }

  private void assertEndsInTime(ThrowingCallable introduction) {
    LocalStreamException end = catchThrowableOfType(LocalStreamException.class, introduction);
    assertThat(end.code()).isEqualTo(FailureCode.TIMED_OUT);
    assertThat(answers).last().isEqualTo(ControlMessage.Status.of(StatusFlag.TIMED_OUT));
  }

  @Test
  void signsOfLifeDoNotProlongTheWaitForTheFirstWord() {
    Agreement agreement = new Agreement(lineOfOneWhoSays(HEARTBEAT), "mallory", events);

    assertEndsInTime(agreement::awaitFirstWord);
  }

  @Test
  void aPersonIsWaitedForOnce() {
    Agreement agreement = new Agreement(lineOfOneWhoSays(PENDING), "mallory", events);

    assertEndsInTime(() ->
        agreement.reach(PendingAnswer.yes(), Mockito.mock(Admission.class), agreement::stranger));
    assertThat(events.events(LocalStreamEvent.AwaitingApproval.class)).hasSize(1);
  }

  @Test
  void signsOfLifeDoNotProlongAPairing() {
    InMemoryPairingExchange exchange = new InMemoryPairingExchange();
    HeldCode code = new HeldCode(exchange.newCode(), new SteppedTicker());
    PairingContext context =
        new PairingContext(
            PairingParty.of(SampleDevices.device(1)),
            PairingParty.of(SampleDevices.device(2)),
            Side.LISTENING,
            new byte[32]);
    PairingTalk talk =
        new PairingTalk(lineOfOneWhoSays(HEARTBEAT), code, Side.LISTENING, "mallory");

    assertEndsInTime(() -> {
      try {
        talk.hold(exchange, context);
      } finally {
        talk.takeLeave();
      }
    });
    assertThat(answers).first().isInstanceOf(Pairing.class);
  }
}
