package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PairingRun;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PairingExchange} and its {@link PairingRun}s promise. */
public abstract class PairingExchangeContract {
  private static final int MAX_MESSAGE_BYTES = 2_048;
  private static final int MESSAGES = PairingParticipant.MESSAGES;
  private static final byte[] CHANNEL = filled(32, 7);
  private static final PairingParty DIALLER = PairingParty.of(SampleDevices.device(1));
  private static final PairingParty LISTENER = PairingParty.of(SampleDevices.device(2));
  private static final PairingContext DIALLED = context(DIALLER, LISTENER, Side.DIALLED, CHANNEL);
  private static final PairingContext LISTENED =
      context(LISTENER, DIALLER, Side.LISTENING, CHANNEL);

  private PairingExchange one;
  private PairingExchange other;

  /** The subject; another object each time, if it can. */
  protected abstract PairingExchange exchange();

  @BeforeEach
  final void makeExchanges() {
    one = exchange();
    other = exchange();
  }

  @Nested
  class Codes {
    @Test
    void areWhatAPersonCanType() {
      try (PairingCode code = one.newCode();
          PairingCode typed = PairingCode.parse(code.spoken())) {
        assertThat(code.number()).isBetween(1, PairingCode.MAX_NUMBER);
        assertThat(typed.number()).isEqualTo(code.number());
        assertThat(typed.secret()).isEqualTo(code.secret());
      }
    }

    @Test
    void differ() {
      List<String> spoken =
          Stream.generate(one::newCode).limit(10).map(PairingCode::spoken).toList();
      assertThat(spoken).doesNotHaveDuplicates();
    }
  }

  @Nested
  class SameCode {
    @Test
    void isFoundOutByBothSides() {
      Sides sides = new Sides(DIALLED, LISTENED);
      sides.exchange();
      assertThat(sides.dialled.verified()).isTrue();
      assertThat(sides.listened.verified()).isTrue();
    }

    @Test
    void isNotNeededOnceTheRunHasBegun() {
      PairingCode code = code();
      PairingRun dialled = one.begin(code, DIALLED);
      PairingRun listened = other.begin(code, LISTENED);
      code.close();
      Sides sides = new Sides(dialled, listened);
      sides.exchange();
      assertThat(sides.dialled.verified()).isTrue();
      assertThat(sides.listened.verified()).isTrue();
    }

    @Test
    void worksMoreThanOnce() {
      for (int i = 0; i < 3; i++) {
        Sides sides = new Sides(DIALLED, LISTENED);
        sides.exchange();
        assertThat(sides.listened.verified()).isTrue();
      }
    }

    @Test
    void takesMessagesOfALimitedLength() {
      Sides sides = new Sides(DIALLED, LISTENED);
      sides.exchange();
      assertThat(sides.dialled.sent())
          .hasSize(MESSAGES)
          .allSatisfy(message -> assertThat(message).hasSizeBetween(1, MAX_MESSAGE_BYTES));
    }

    @Test
    void isNotWhatTheMessagesShow() {
      Sides sides = new Sides(DIALLED, LISTENED);
      sides.exchange();
      assertThat(sides.dialled.sent().stream().map(Arrays::toString))
          .noneMatch(text -> text.contains(inner(Arrays.toString(code().secret()))));
    }

    private String inner(String list) {
      return list.substring(1, list.length() - 1);
    }
  }

  @Nested
  class Refused {
    @Test
    void whenTheCodesDiffer() {
      PairingCode wrong = PairingCode.of(7, 100, 200, 301);
      assertRefused(new Sides(one.begin(code(), DIALLED), other.begin(wrong, LISTENED)));
    }

    @Test
    void whenTheWordsAreInAnotherOrder() {
      PairingCode wrong = PairingCode.of(7, 200, 100, 300);
      assertRefused(new Sides(one.begin(code(), DIALLED), other.begin(wrong, LISTENED)));
    }

    @Test
    void whenTheChannelsDiffer() {
      assertRefused(new Sides(DIALLED, context(LISTENER, DIALLER, Side.LISTENING, filled(32, 8))));
    }

    @Test
    void whenAnotherSitsInBetween() {
      PairingParty attacker = PairingParty.of(SampleDevices.device(3));
      assertRefused(
          new Sides(
              context(DIALLER, attacker, Side.DIALLED, CHANNEL),
              context(LISTENER, attacker, Side.LISTENING, filled(32, 8))));
    }

    @Test
    void whenAFingerprintIsAnother() {
      PairingParty changed =
          new PairingParty(DIALLER.id(), Fingerprint.of(filled(32, 9)), DIALLER.wrappingKey());
      assertRefused(new Sides(DIALLED, context(LISTENER, changed, Side.LISTENING, CHANNEL)));
      assertRefused(new Sides(context(changed, LISTENER, Side.DIALLED, CHANNEL), LISTENED));
    }

    @Test
    void whenAWrappingKeyIsAnother() {
      PairingParty changed =
          new PairingParty(LISTENER.id(), LISTENER.fingerprint(), new PublicKey(new byte[] {9, 9}));
      assertRefused(new Sides(context(DIALLER, changed, Side.DIALLED, CHANNEL), LISTENED));
    }

    @Test
    void whenAnIdentifierIsAnother() {
      PairingParty changed =
          new PairingParty(SampleDevices.id(9), LISTENER.fingerprint(), LISTENER.wrappingKey());
      assertRefused(new Sides(context(DIALLER, changed, Side.DIALLED, CHANNEL), LISTENED));
    }

    @Test
    void whenTheDevicesAreSwapped() {
      assertRefused(new Sides(DIALLED, context(DIALLER, LISTENER, Side.LISTENING, CHANNEL)));
    }

    @Test
    void whenBothHaveDialled() {
      assertRefused(new Sides(DIALLED, context(LISTENER, DIALLER, Side.DIALLED, CHANNEL)));
    }

    @Test
    void whenBothListen() {
      assertRefused(new Sides(context(DIALLER, LISTENER, Side.LISTENING, CHANNEL), LISTENED));
    }

    private void assertRefused(Sides sides) {
      sides.exchange();
      assertThat(sides.dialled.verified()).isFalse();
      assertThat(sides.listened.verified()).isFalse();
      assertThat(Stream.of(sides.dialled, sides.listened).filter(PairingParticipant::hasFailed))
          .isNotEmpty();
    }
  }

  @Nested
  class Attacked {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void byWhoSendsBackWhatCame(int message) {
      PairingParticipant victim = new PairingParticipant(one.begin(code(), DIALLED));
      PairingParticipant honest = new PairingParticipant(other.begin(code(), LISTENED));
      exchange(victim, honest, message, _ -> victim.sent().get(message));
      assertThat(victim.hasFailed()).isTrue();
    }

    @Test
    void byWhoSendsBackEverything() {
      PairingParticipant victim = new PairingParticipant(one.begin(code(), DIALLED));
      for (int i = 0; i < MESSAGES; i++) {
        victim.send();
        victim.receive(victim.sent().getLast());
      }
      assertThat(victim.hasFailed()).isTrue();
    }

    @Test
    void byWhoRepeatsAnEarlierRun() {
      Sides earlier = new Sides(DIALLED, LISTENED);
      earlier.exchange();
      PairingParticipant victim = new PairingParticipant(one.begin(code(), DIALLED));
      for (int i = 0; i < MESSAGES; i++) {
        victim.send();
        victim.receive(earlier.listened.sent().get(i));
      }
      assertThat(victim.hasFailed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void byWhoRepeatsOneMessageOfAnEarlierRun(int message) {
      Sides earlier = new Sides(DIALLED, LISTENED);
      earlier.exchange();
      assertNoticed(message, _ -> earlier.listened.sent().get(message));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void byWhoSendsNothingTooLittleOrTooMuch(int message) {
      assertNoticed(message, _ -> new byte[0]);
      assertNoticed(message, sent -> Arrays.copyOf(sent, 1));
      assertNoticed(message, sent -> Arrays.copyOf(sent, sent.length - 1));
      assertNoticed(message, sent -> Arrays.copyOf(sent, sent.length + 1));
      assertNoticed(message, _ -> new byte[MAX_MESSAGE_BYTES]);
      assertNoticed(message, _ -> new byte[1 << 20]);
      assertNoticed(message, sent -> filled(sent.length, 0));
      assertNoticed(message, sent -> filled(sent.length, 0xff));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void byWhoChangesABit(int message) {
      Sides sample = new Sides(DIALLED, LISTENED);
      sample.exchange();
      int length = sample.listened.sent().get(message).length;
      // Every byte would take too long; the ends, and some in between.
      IntStream.concat(IntStream.of(0, 1, length - 1), IntStream.iterate(2, i -> i + 17))
          .takeWhile(at -> at < length)
          .forEach(at -> assertNoticed(message, sent -> flipped(sent, at)));
    }

    @Test
    void byWhoSendsAMessageInThePlaceOfAnother() {
      Sides earlier = new Sides(DIALLED, LISTENED);
      earlier.exchange();
      assertNoticed(1, _ -> earlier.listened.sent().get(2));
      assertNoticed(2, _ -> earlier.listened.sent().get(0));
    }

    private void assertNoticed(int message, UnaryOperator<byte[]> attack) {
      PairingParticipant victim = new PairingParticipant(one.begin(code(), DIALLED));
      PairingParticipant honest = new PairingParticipant(other.begin(code(), LISTENED));
      exchange(victim, honest, message, attack);
      assertThat(victim.hasFailed()).isTrue();
      assertThat(victim.verified()).isFalse();
    }

    /** Runs to the end, with one message to the victim replaced. */
    private void exchange(
        PairingParticipant victim,
        PairingParticipant honest,
        int message,
        UnaryOperator<byte[]> attack) {
      for (int i = 0; i < MESSAGES; i++) {
        victim.send();
        honest.send();
        if (!honest.hasSent(i)) {
          return;
        }
        byte[] sent = honest.sent().get(i);
        victim.receive(i == message ? attack.apply(sent) : sent);
        if (victim.hasSent(i)) {
          honest.receive(victim.sent().get(i));
        }
      }
    }
  }

  @Nested
  class Steps {
    private final PairingRun run = exchange().begin(code(), DIALLED);

    @Test
    void areTakenInTheirOrder() {
      assertOutOfOrder(() -> run.second(new byte[] {1}));
      assertOutOfOrder(() -> run.confirmation(new byte[] {1}));
      assertOutOfOrder(() -> run.verify(new byte[] {1}));
    }

    @Test
    void areTakenOnce() {
      run.first();
      assertOutOfOrder(run::first);
    }

    @Test
    void endWithAFailure() {
      PairingRun peers = exchange().begin(code(), LISTENED);
      run.first();
      assertFails(FailureCode.CODE_WRONG, () -> run.second(new byte[] {1}));
      assertOutOfOrder(() -> run.second(peers.first()));
    }

    @Test
    void endWhenItIsClosed() {
      run.close();
      run.close();
      assertOutOfOrder(run::first);
    }

    private void assertOutOfOrder(Runnable step) {
      assertThatIllegalStateException().isThrownBy(step::run);
    }
  }

  private static PairingCode code() {
    return PairingCode.of(7, 100, 200, 300);
  }

  private static PairingContext context(
      PairingParty own, PairingParty peer, Side side, byte[] binding) {
    return new PairingContext(own, peer, side, binding);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  /** Two participants who take turns. */
  private final class Sides {
    private final PairingParticipant dialled;
    private final PairingParticipant listened;

    Sides(PairingContext dialled, PairingContext listened) {
      this(one.begin(code(), dialled), other.begin(code(), listened));
    }

    Sides(PairingRun dialled, PairingRun listened) {
      this.dialled = new PairingParticipant(dialled);
      this.listened = new PairingParticipant(listened);
    }

    void exchange() {
      for (int i = 0; i < MESSAGES; i++) {
        dialled.send();
        listened.send();
        if (listened.hasSent(i)) {
          dialled.receive(listened.sent().get(i));
        }
        if (dialled.hasSent(i)) {
          listened.receive(dialled.sent().get(i));
        }
      }
    }
  }
}
