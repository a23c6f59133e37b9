package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.PairDevices;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Question;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two devices and somebody who would like to be one of them. */
class PairingTest {
  private static final Duration PATIENCE = TestDevice.PATIENCE;
  private static final Duration BRIEFLY = Duration.ofMillis(300);
  private static final String ANNAS_HOST = "192.168.1.7";
  private static final String MALLORYS_HOST = "192.168.1.66";

  private final InMemoryTransport network = new InMemoryTransport("127.0.0.1", ANNAS_HOST);
  private final InMemoryDiscovery.Air air = new InMemoryDiscovery.Air();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ScriptedApprovalPrompt annasPerson = new ScriptedApprovalPrompt();
  private final ScriptedApprovalPrompt bensPerson = new ScriptedApprovalPrompt();
  private TestDevice anna;
  private TestDevice ben;
  private TestDevice mallory;
  private int port;

  @BeforeEach
  void meet() {
    anna = device(1, "anna", network, annasPerson);
    ben = device(2, "ben", network.neighbour("192.168.1.8"), bensPerson);
    mallory =
        device(
            3,
            "mallory",
            network.neighbour(MALLORYS_HOST),
            ScriptedApprovalPrompt.always(Answer.YES));
    port = anna.listen(ANNAS_HOST, 0, 5).endpoint().port();
  }

  private TestDevice device(
      int number, String name, InMemoryTransport transport, ScriptedApprovalPrompt prompt) {
    TestDevice device =
        new TestDevice(transport, InMemoryIdentityVault.numbered(number), name, prompt, air);
    open.add(device);
    return device;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private PairDevices.OpenCode code() {
    return anna.device.pairDevices().open(port);
  }

  private static PairingCode heard(PairDevices.OpenCode code) {
    return PairingCode.parse(code.code().spoken());
  }

  /** The right number with other words. */
  private static PairingCode wrong(int number) {
    return PairingCode.of(number, 700, 701, 702);
  }

  private Session pair(TestDevice device, PairingCode code) throws InterruptedException {
    return device.device.pairDevices().pair(code, PATIENCE, true);
  }

  private static FailureCode failure(Callable<?> action) {
    LocalStreamException thrown = catchThrowableOfType(LocalStreamException.class, action::call);
    assertThat(thrown).as("fails").isNotNull();
    assertThat(thrown.getMessage()).isNotBlank().hasLineCount(1);
    return thrown.code();
  }

  private Endpoint annasEndpoint() {
    return Endpoint.of(ANNAS_HOST, port);
  }

  /** One of the two, or both, want to know nothing of the other afterwards. */
  @Nested
  class Once {
    @Test
    void eachSideDecidesForItself() throws Exception {
      PairDevices.OpenCode code = code();
      code.pinNothing();
      Session bens = pair(ben, heard(code));
      Session annas = code.await(PATIENCE);

      assertThat(anna.trust.all()).isEmpty();
      assertThat(anna.sessions.all()).isEmpty();
      assertThat(ben.trust.all()).extracting(PinnedDevice::name).hasToString("[anna]");
      assertThat(ben.sessions.find(bens.id())).isPresent();
      assertThat(annas.peer().name()).hasToString("ben");
    }

    @Test
    void whoTypesTheCodeMayWantIt() throws Exception {
      PairDevices.OpenCode code = code();
      ben.device.pairDevices().pairOnce(heard(code), PATIENCE);
      code.await(PATIENCE);

      assertThat(ben.trust.all()).isEmpty();
      assertThat(ben.sessions.all()).isEmpty();
      assertThat(anna.trust.all()).hasSize(1);
    }

    @Test
    void aKeyIsKeptInMemorySoThatADeviceMayComeAgain() throws Exception {
      anna.device.reviewTrust().pinNothing();
      pinsAnna(ben);
      annasPerson.answer(Answer.YES);
      ben.connect(annasEndpoint());
      ben.close();
      anna.events.await(LocalStreamEvent.PeerLeft.class);
      TestDevice again = device(2, "ben", network.neighbour("192.168.1.18"), bensPerson);
      pinsAnna(again);

      again.connect(annasEndpoint());

      assertThat(annasPerson.questions()).hasSize(1);
      assertThat(anna.trust.all()).isEmpty();
      assertThat(anna.device.reviewTrust().list()).isEmpty();
    }

    @Test
    void theSameIdentifierWithOtherKeysIsRefusedMeanwhile() throws Exception {
      anna.device.reviewTrust().pinNothing();
      pinsAnna(ben);
      annasPerson.answer(Answer.YES);
      ben.connect(annasEndpoint());
      TestDevice posing =
          new TestDevice(
              network.neighbour("192.168.1.9"),
              InMemoryIdentityVault.numbered(2).withOtherKeys(),
              "ben",
              bensPerson,
              air);
      open.add(posing);
      pinsAnna(posing);

      assertThat(failure(() -> posing.connect(annasEndpoint()))).isEqualTo(FailureCode.KEY_CHANGED);
    }

    @Test
    void aDeviceThatIsPinnedStaysPinned() throws Exception {
      anna.pin(ben);
      pinsAnna(ben);
      anna.device.reviewTrust().pinNothing();

      ben.connect(annasEndpoint());

      assertThat(anna.trust.all()).hasSize(1);
      assertThat(anna.sessions.all()).hasSize(1);
    }

    @Test
    void whatWasMetByACodeIsForgottenWhenItLeaves() throws Exception {
      PairDevices.OpenCode code = code();
      code.pinNothing();
      pair(ben, heard(code));
      code.await(PATIENCE);
      ben.close();
      anna.events.await(LocalStreamEvent.PeerLeft.class);
      TestDevice again = device(2, "ben", network.neighbour("192.168.1.18"), bensPerson);
      pinsAnna(again);
      annasPerson.answer(Answer.NO);

      assertThat(failure(() -> again.connect(annasEndpoint()))).isEqualTo(FailureCode.DECLINED);
      assertThat(annasPerson.questions()).hasSize(1);
    }

    private void pinsAnna(TestDevice device) {
      device.pin(anna);
    }
  }

  @Nested
  class WithTheRightCode {
    @Test
    void findsTheOtherPinsBothKeysAndAsksNobody() throws Exception {
      PairDevices.OpenCode code = code();
      Session bens = pair(ben, heard(code));
      Session annas = code.await(PATIENCE);

      assertThat(bens.peer().credentials()).isEqualTo(anna.identity.credentials());
      assertThat(annas.peer().fingerprint()).isEqualTo(ben.presented().fingerprint());
      assertThat(anna.trust.all()).extracting(PinnedDevice::name).hasToString("[ben]");
      assertThat(ben.trust.all()).extracting(PinnedDevice::name).hasToString("[anna]");
      assertThat(annasPerson.questions()).isEmpty();
      assertThat(bensPerson.questions()).isEmpty();
      anna.events.await(LocalStreamEvent.Paired.class);
      ben.events.await(LocalStreamEvent.Paired.class);
    }

    @Test
    void worksByAddressWhereNothingIsAnnounced() throws Exception {
      anna.device.changeSettings().silence();
      PairDevices.OpenCode code = code();
      assertThat(failure(() -> ben.device.pairDevices().pair(heard(code), BRIEFLY, true)))
          .isEqualTo(FailureCode.NOT_FOUND);

      ben.device
          .connectToPeer()
          .connect(
              new ConnectToPeer.Command(
                  annasEndpoint(), Optional.of(heard(code)), Optional.empty(), false));

      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
    }

    @Test
    void isUsedUpByTheFirst() throws Exception {
      PairDevices.OpenCode code = code();
      PairingCode second = heard(code);
      pair(ben, heard(code));
      code.await(PATIENCE);

      assertThat(
              failure(() ->
                  mallory
                      .device
                      .connectToPeer()
                      .connect(
                          new ConnectToPeer.Command(
                              annasEndpoint(), Optional.of(second), Optional.empty(), false))))
          .isEqualTo(FailureCode.CODE_NOT_OPEN);
    }

    @Test
    void wipesTheCodeOnBothSides() throws Exception {
      PairDevices.OpenCode code = code();
      PairingCode typed = heard(code);
      pair(ben, typed);
      code.await(PATIENCE);

      assertThat(catchThrowableOfType(IllegalStateException.class, typed::secret)).isNotNull();
      assertThat(catchThrowableOfType(IllegalStateException.class, code.code()::secret))
          .isNotNull();
    }

    @Test
    void stillRefusesAChangedKey() throws Exception {
      ben.trust.pin(
          PinnedDevice.at(anna.presented().named(new DeviceName("anna")), ben.clock.instant()));
      TestDevice other =
          new TestDevice(
              network.neighbour("192.168.1.9"),
              anna.identity.withOtherKeys(),
              "anna",
              new ScriptedApprovalPrompt(),
              air);
      open.add(other);
      int there = other.listen("192.168.1.9", 0, 2).endpoint().port();
      PairDevices.OpenCode code = other.device.pairDevices().open(there);

      assertThat(failure(() -> pair(ben, heard(code)))).isEqualTo(FailureCode.KEY_CHANGED);
      assertThat(ben.trust.all().getFirst().device()).isEqualTo(anna.presented());
    }
  }

  @Nested
  class WithAWrongCode {
    @Test
    void tellsBothSidesAndConnectsNobody() {
      PairDevices.OpenCode code = code();

      assertThat(failure(() -> pair(ben, wrong(code.code().number()))))
          .isEqualTo(FailureCode.CODE_WRONG);

      assertThat(anna.events.events(LocalStreamEvent.CodeTried.class))
          .singleElement()
          .extracting(LocalStreamEvent.CodeTried::triesLeft)
          .isEqualTo(OptionalInt.of(PairingCode.MAX_TRIES - 1));
      assertThat(ben.events.events(LocalStreamEvent.CodeTried.class))
          .singleElement()
          .extracting(LocalStreamEvent.CodeTried::triesLeft)
          .as("the side that typed it does not know")
          .isEqualTo(OptionalInt.empty());
      assertThat(anna.trust.all()).isEmpty();
      assertThat(ben.trust.all()).isEmpty();
      assertThat(annasPerson.questions()).isEmpty();
    }

    @Test
    void isBurntAfterThreeGuesses() throws Exception {
      PairDevices.OpenCode code = code();
      int number = code.code().number();
      PairingCode right = heard(code);
      for (int guess = 0; guess < PairingCode.MAX_TRIES; guess++) {
        assertThat(failure(() -> dial(mallory, wrong(number)))).isEqualTo(FailureCode.CODE_WRONG);
        assertThat(anna.events.events(LocalStreamEvent.CodeTried.class))
            .as("told before mallory was")
            .hasSize(guess + 1);
      }

      assertThat(failure(() -> code.await(PATIENCE))).isEqualTo(FailureCode.CODE_NOT_OPEN);
      assertThat(failure(() -> dial(ben, right))).isEqualTo(FailureCode.CODE_NOT_OPEN);
      assertThat(anna.trust.all()).isEmpty();
      assertThat(anna.events.events(LocalStreamEvent.CodeTried.class))
          .extracting(LocalStreamEvent.CodeTried::triesLeft)
          .containsExactly(OptionalInt.of(2), OptionalInt.of(1), OptionalInt.of(0));
    }

    @Test
    void twoGuessesLeaveTheRightOneItsTry() throws Exception {
      PairDevices.OpenCode code = code();
      int number = code.code().number();
      for (int guess = 0; guess < PairingCode.MAX_TRIES - 1; guess++) {
        assertThat(failure(() -> dial(mallory, wrong(number)))).isEqualTo(FailureCode.CODE_WRONG);
      }

      pair(ben, heard(code));

      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
    }

    @Test
    void isTooOldAfterTenMinutes() {
      PairDevices.OpenCode code = code();
      PairingCode right = heard(code);
      anna.ticker.advance(PairingCode.LIFETIME);

      assertThat(failure(() -> dial(ben, right))).isEqualTo(FailureCode.CODE_NOT_OPEN);
      assertThat(failure(() -> code.await(PATIENCE))).isEqualTo(FailureCode.CODE_NOT_OPEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1_000, 1_000})
    void isNotTooOldBecauseAClockWasSet(int days) throws Exception {
      PairDevices.OpenCode code = code();
      PairingCode right = heard(code);
      anna.clock.advance(Duration.ofDays(days));
      ben.clock.advance(Duration.ofDays(days));

      pair(ben, right);

      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
    }

    @Test
    void isTooOldThoughTheClockWasSetBack() {
      PairDevices.OpenCode code = code();
      PairingCode right = heard(code);
      anna.clock.advance(PairingCode.LIFETIME.negated());
      anna.ticker.advance(PairingCode.LIFETIME);

      assertThat(failure(() -> dial(ben, right))).isEqualTo(FailureCode.CODE_NOT_OPEN);
      assertThat(failure(() -> code.await(PATIENCE))).isEqualTo(FailureCode.CODE_NOT_OPEN);
    }

    @Test
    void theOneBeforeIsBurntByAnother() {
      PairDevices.OpenCode first = code();
      code();

      assertThat(failure(() -> first.await(PATIENCE))).isEqualTo(FailureCode.CODE_NOT_OPEN);
    }

    @Test
    void anotherNumberIsNoTry() throws Exception {
      PairDevices.OpenCode code = code();
      int other = code.code().number() % PairingCode.MAX_NUMBER + 1;
      for (int guess = 0; guess < PairingCode.MAX_TRIES + 1; guess++) {
        assertThat(failure(() -> dial(mallory, wrong(other)))).isEqualTo(FailureCode.CODE_NOT_OPEN);
      }

      pair(ben, heard(code));
      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
    }

    @Test
    void aStrangerWithoutTheCodeMakesNobodyBeAsked() {
      code();

      assertThat(failure(() -> ben.connect(annasEndpoint()))).isEqualTo(FailureCode.CODE_WANTED);
      assertThat(annasPerson.questions()).isEmpty();
    }
  }

  @Nested
  class ForOneDevice {
    private PairDevices.OpenCode code;

    @BeforeEach
    void know() {
      anna.pin(ben);
      ben.pin(anna);
      code = anna.device.pairDevices().openForOneDevice(port);
    }

    private FutureTask<Session> dialling(TestDevice device) {
      FutureTask<Session> dialling = new FutureTask<>(() -> device.connect(annasEndpoint()));
      Thread.ofVirtual().start(dialling);
      return dialling;
    }

    private void assertRefused(FutureTask<Session> dialling, FailureCode why) {
      assertThatThrownBy(() -> dialling.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              LocalStreamException.class, e -> assertThat(e.code()).isEqualTo(why));
    }

    @Test
    void aKnownDeviceWithoutTheCodeIsLetInByThePerson() throws Exception {
      FutureTask<Session> dialling = dialling(ben);
      annasPerson.awaitQuestions(1, PATIENCE);
      ben.events.await(LocalStreamEvent.AwaitingApproval.class);

      annasPerson.answer(Answer.YES);

      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
      assertThat(dialling.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).peer().id())
          .isEqualTo(anna.presented().id());
      assertThat(annasPerson.questions())
          .singleElement()
          .isInstanceOfSatisfying(
              Question.LetIn.class, asked -> assertThat(asked.peer()).hasToString("ben"));
    }

    @Test
    void isRefusedAtOnceWhereNobodyCanBeAskedAndTheCodeStillWorks() throws Exception {
      annasPerson.answer(Answer.NONE);

      assertRefused(dialling(ben), FailureCode.CODE_WANTED);

      assertThat(anna.events.await(LocalStreamEvent.PeerRefused.class).message())
          .isEqualTo("ben came without the code; there type: localstream receive");
      pair(ben, heard(code));
      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
    }

    @Test
    void isAskedAboutOnceOnly() {
      annasPerson.answer(Answer.NO);
      assertRefused(dialling(ben), FailureCode.CODE_WANTED);

      assertRefused(dialling(ben), FailureCode.CODE_WANTED);

      assertThat(annasPerson.questions()).hasSize(1);
    }

    @Test
    void theFirstOfSeveralIsTheOnlyOne() throws Exception {
      TestDevice carl =
          device(4, "carl", network.neighbour("192.168.1.9"), new ScriptedApprovalPrompt());
      anna.pin(carl);
      carl.pin(anna);
      FutureTask<Session> bens = dialling(ben);
      annasPerson.awaitQuestions(1, PATIENCE);
      FutureTask<Session> carls = dialling(carl);
      annasPerson.awaitQuestions(2, PATIENCE);

      annasPerson.answer(Answer.YES);

      bens.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertRefused(carls, FailureCode.LIMIT_REACHED);
      assertRefused(dialling(carl), FailureCode.LIMIT_REACHED);
      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(ben.presented().id());
    }

    @Test
    void theCodeWithdrawsTheQuestion() throws Exception {
      TestDevice carl =
          device(4, "carl", network.neighbour("192.168.1.9"), new ScriptedApprovalPrompt());
      FutureTask<Session> bens = dialling(ben);
      annasPerson.awaitQuestions(1, PATIENCE);

      pair(carl, heard(code));

      assertRefused(bens, FailureCode.LIMIT_REACHED);
      assertThat(code.await(PATIENCE).peer().id()).isEqualTo(carl.presented().id());
    }

    @Test
    void aStrangerWithoutTheCodeGetsNothing() {
      assertThat(failure(() -> mallory.connect(annasEndpoint())))
          .isEqualTo(FailureCode.CODE_WANTED);
      assertThat(annasPerson.questions()).isEmpty();
    }
  }

  private Session dial(TestDevice device, PairingCode code) throws InterruptedException {
    return device
        .device
        .connectToPeer()
        .connect(
            new ConnectToPeer.Command(annasEndpoint(), Optional.of(code), Optional.empty(), false));
  }

  @Nested
  class WithMalloryInTheNetwork {
    /** Announces the number before anna does. */
    private void pose(Endpoint endpoint, int number, TestDevice as) {
      mallory.discovery.announce(
          new Announcement(
              as.presented().id(), as.presented().name(), endpoint, Optional.of(number)));
    }

    @Test
    void aForgedAnnouncementOfTheNumberIsRefusedAndTheRightOneFound() throws Exception {
      int there = mallory.listen(MALLORYS_HOST, 0, 5).endpoint().port();
      PairDevices.OpenCode fake = mallory.device.pairDevices().open(there);
      PairDevices.OpenCode code = code();
      // Both fakes count their codes up, so mallory's must be burnt to know other words.
      fake.close();
      PairDevices.OpenCode other = mallory.device.pairDevices().open(there);
      pose(Endpoint.of(MALLORYS_HOST, there), code.code().number(), anna);
      assertThat(other.code().number()).isNotEqualTo(code.code().number());

      Session session = pair(ben, heard(code));

      assertThat(session.peer().fingerprint()).isEqualTo(anna.presented().fingerprint());
      assertThat(ben.trust.all()).hasSize(1);
      assertThat(mallory.trust.all()).isEmpty();
    }

    @Test
    void aRelayBetweenTheTwoFailsAndBothSee() throws Exception {
      PairDevices.OpenCode code = code();
      Endpoint relay = relay();
      assertThat(
              failure(() ->
                  ben.device
                      .connectToPeer()
                      .connect(
                          new ConnectToPeer.Command(
                              relay, Optional.of(heard(code)), Optional.empty(), false))))
          .isEqualTo(FailureCode.CODE_WRONG);

      anna.events.await(LocalStreamEvent.CodeTried.class);
      ben.events.await(LocalStreamEvent.CodeTried.class);
      assertThat(anna.trust.all()).isEmpty();
      assertThat(ben.trust.all()).isEmpty();
    }

    /** Passes every message on, in both directions, with channels of its own to both. */
    private Endpoint relay() {
      Listener listener = mallory.transport.listen(Endpoint.of(MALLORYS_HOST, 0));
      open.add(listener);
      Thread.ofVirtual()
          .start(() -> {
            var arrived = listener.accept(PATIENCE).orElseThrow();
            arrived.greeting(PATIENCE);
            SecureChannel bens = mallory.security.respond(arrived, PATIENCE);
            Link link = mallory.transport.dial(annasEndpoint(), new Greeting.Control(), PATIENCE);
            SecureChannel annas = mallory.security.initiate(link, PATIENCE);
            Thread.ofVirtual().start(() -> pass(bens, annas));
            pass(annas, bens);
          });
      return listener.endpoint();
    }

    private void pass(SecureChannel from, SecureChannel to) {
      try {
        while (true) {
          Optional<ControlMessage> message =
              mallory.codec.read(from, ConversationStage.INTRODUCTION, PATIENCE);
          if (message.isEmpty()) {
            to.close();
            return;
          }
          mallory.codec.write(message.get(), to, PATIENCE);
        }
      } catch (LocalStreamException e) {
        to.close();
      }
    }

    @Test
    void oneWhoPosesAsAKnownDeviceIsRefused() throws Exception {
      ben.trust.pin(PinnedDevice.at(anna.presented(), ben.clock.instant()));
      anna.device.changeSettings().silence();
      Endpoint there = mallory.listen(MALLORYS_HOST, 0, 5).endpoint();
      pose(there, 7, anna);

      assertThat(failure(() -> ben.device.connectToPeer().connect("anna", BRIEFLY, false)))
          .isEqualTo(FailureCode.OTHER_DEVICE);
      assertThat(ben.trust.all())
          .extracting(PinnedDevice::device)
          .containsExactly(anna.presented());
      assertThat(bensPerson.questions()).isEmpty();
    }

    @Test
    void aKnownDeviceIsFoundThoughAnotherPosesAsIt() throws Exception {
      ben.trust.pin(PinnedDevice.at(anna.presented(), ben.clock.instant()));
      anna.trust.pin(PinnedDevice.at(ben.presented(), ben.clock.instant()));
      pose(mallory.listen(MALLORYS_HOST, 0, 5).endpoint(), 7, anna);

      Session session = ben.device.connectToPeer().connect("anna", PATIENCE, false);

      assertThat(session.peer().fingerprint()).isEqualTo(anna.presented().fingerprint());
    }
  }
}
