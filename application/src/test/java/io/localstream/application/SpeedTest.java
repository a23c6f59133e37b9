package io.localstream.application;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.inBackground;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import io.localstream.domain.speed.Bottleneck;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.speed.Stage;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measurements of one device and of two, wholly in memory: anna listens, ben dials. */
class SpeedTest {
  private static final FileReference HERE = new FileReference(".");
  private static final FileReference NOWHERE = new FileReference("nowhere");
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final ScriptedApprovalPrompt person = new ScriptedApprovalPrompt();
  private final List<SpeedStep> steps = new ArrayList<>();
  private Acquainted both;
  private TestDevice anna;
  private TestDevice ben;
  private SessionId annasSession;
  private SessionId bensSession;

  @BeforeEach
  void connect() throws InterruptedException {
    both = Acquainted.meet(2, person);
    anna = both.anna;
    ben = both.ben;
    bensSession = both.bensSession.id();
    annasSession = both.annasSession.id();
  }

  @AfterEach
  void hangUp() {
    both.close();
  }

  private SpeedReport measure(TestDevice device, SessionId session) throws InterruptedException {
    return device
        .device
        .measureSpeed()
        .measure(new MeasureSpeed.Command(session, HERE, steps::add));
  }

  private void assertNothingIsLeft() {
    for (TestDevice device : List.of(anna, ben)) {
      assertThat(device.scratch.names()).isEmpty();
      assertThat(device.encryption.openKeys() + device.encryption.openLanes()).isZero();
      assertThat(device.files.visible()).isEmpty();
    }
  }

  @Test
  void measuresOneDeviceAndLeavesNothing() throws InterruptedException {
    DeviceSpeed speed = anna.device.measureSpeed().measureDevice(HERE);

    assertThat(speed.sealing().bytes()).isPositive();
    assertThat(speed.opening().bytes()).isPositive();
    assertThat(speed.disk())
        .hasValueSatisfying(disk -> {
          assertThat(disk.writing().bytes()).isEqualTo(2 << 20);
          assertThat(disk.reading().bytes()).isEqualTo(3 << 20);
        });
    assertNothingIsLeft();
  }

  @Test
  void measuresNothingInAFolderThatIsNotThere() {
    assertFails(FailureCode.FILE_MISSING, () -> anna.device.measureSpeed().measureDevice(NOWHERE));
  }

  @Test
  void measuresBothWaysForTheOneWhoDialled() throws InterruptedException {
    person.answer(Answer.YES);

    SpeedReport report = measure(ben, bensSession);

    assertComplete(report);
    assertNothingIsLeft();
  }

  @Test
  void measuresBothWaysForTheOneWhoListens() throws InterruptedException {
    SpeedReport report = measure(anna, annasSession);

    assertComplete(report);
    assertNothingIsLeft();
  }

  private void assertComplete(SpeedReport report) {
    assertThat(List.of(report.own(), report.peer()))
        .allSatisfy(device -> {
          assertThat(device.sealing().bytes()).isPositive();
          assertThat(device.disk()).isPresent();
        });
    assertThat(List.of(report.there(), report.back()))
        .allSatisfy(way -> {
          assertThat(way.network().bytes()).isPositive();
          assertThat(way.together().bytes()).isEqualTo(3 << 20);
        });
    assertThat(steps)
        .containsExactly(
            SpeedStep.CONSENT,
            SpeedStep.DEVICE,
            SpeedStep.ROUND_TRIP,
            SpeedStep.NETWORK_THERE,
            SpeedStep.NETWORK_BACK,
            SpeedStep.TOGETHER_THERE,
            SpeedStep.TOGETHER_BACK);
  }

  @Test
  void canBeDoneAgain() throws InterruptedException {
    measure(anna, annasSession);

    assertThat(measure(anna, annasSession).there().together().bytes()).isPositive();
  }

  @Test
  void isNoTransferThatAnybodyIsToldOf() throws InterruptedException {
    measure(anna, annasSession);

    for (TestDevice device : List.of(anna, ben)) {
      assertThat(device.events.events(LocalStreamEvent.TransferChanged.class)).isEmpty();
      assertThat(device.events.events(LocalStreamEvent.OfferArrived.class)).isEmpty();
      assertThat(device.device.showStatus().show().transfers()).isEmpty();
      assertThat(device.sessions.all()).flatExtracting(Session::transfers).isEmpty();
    }
  }

  @Test
  void asksTheOtherPersonWithPlaceAndSize() throws InterruptedException {
    person.answer(Answer.YES);

    measure(ben, bensSession);

    assertThat(person.questions())
        .containsExactly(new Question.MeasureSpeed(new DeviceName("ben"), HERE, 4 << 20));
    assertThat(ben.prompt.questions()).isEmpty();
  }

  @Test
  void measuresNothingWhereThatPersonSaysNo() throws InterruptedException {
    person.answer(Answer.NO);

    assertFails(FailureCode.DECLINED, () -> measure(ben, bensSession));

    assertThat(anna.events.await(LocalStreamEvent.SpeedMeasured.class).message())
        .contains("you did not let ben");
    assertThat(steps).containsExactly(SpeedStep.CONSENT);
    assertNothingIsLeft();
  }

  @Test
  void goesOnWithoutTheDiskOfAnotherDeviceThatHasNoPlace() throws InterruptedException {
    person.answer(Answer.YES);
    assertFails(
        FailureCode.NO_PEER,
        () -> anna.device.measureSpeed().awaitMeasurement(NOWHERE, Duration.ZERO));

    SpeedReport report = measure(ben, bensSession);

    assertThat(report.peer().disk()).isEmpty();
    assertThat(report.there().together().bytes()).isPositive();
    assertThat(report.back().together().bytes()).isPositive();
  }

  @Test
  void tellsWhoeverWaitsWhoHasMeasured() throws InterruptedException {
    person.answer(Answer.YES);
    Future<DeviceName> awaited =
        inBackground(() -> anna.device.measureSpeed().awaitMeasurement(HERE, TestDevice.PATIENCE));

    while (!awaited.isDone()) {
      // The one who waits may come too late for the first.
      person.answer(Answer.YES);
      measure(ben, bensSession);
    }

    assertThat(awaited).succeedsWithin(TestDevice.PATIENCE).isEqualTo(new DeviceName("ben"));
  }

  @Test
  void findsTheDiskThatIsTooSlowOnEitherSide() throws InterruptedException {
    // 1 ms for every 100 kB that ben writes and every 200 kB that anna reads; all else takes none.
    ben.scratch.whenWritten(
        bytes -> ben.stopwatch.advance(MILLISECOND.multipliedBy(bytes / 100_000)));
    anna.scratch.whenRead(
        bytes -> anna.stopwatch.advance(MILLISECOND.multipliedBy(bytes / 200_000)));

    SpeedReport report = measure(ben, bensSession, Answer.YES);

    assertThat(Bottleneck.of(Stage.ofReceiver(report.own())))
        .isInstanceOfSatisfying(
            Bottleneck.One.class, one -> assertThat(one.stage()).isEqualTo(Stage.WRITING));
    assertThat(Bottleneck.of(Stage.ofSender(report.peer())))
        .isInstanceOfSatisfying(
            Bottleneck.One.class, one -> assertThat(one.stage()).isEqualTo(Stage.READING));
    assertThat(report.limitBack())
        .isInstanceOfSatisfying(
            Bottleneck.One.class, one -> assertThat(one.stage()).isEqualTo(Stage.WRITING));
  }

  private SpeedReport measure(TestDevice device, SessionId session, Answer answer)
      throws InterruptedException {
    person.answer(answer);
    return measure(device, session);
  }

  @Test
  void isOneAtATime() throws InterruptedException {
    Future<SpeedReport> first = inBackground(() -> measure(ben, bensSession));
    person.awaitQuestions(1, TestDevice.PATIENCE);

    assertFails(FailureCode.LIMIT_REACHED, () -> measure(ben, bensSession));
    assertFails(FailureCode.LIMIT_REACHED, () -> measure(anna, annasSession));
    assertFails(FailureCode.LIMIT_REACHED, () -> anna.device.measureSpeed().measureDevice(HERE));

    person.answer(Answer.YES);
    assertThat(first).succeedsWithin(TestDevice.PATIENCE);
  }

  @Test
  void tellsAThirdDeviceThatAnotherOneIsMeasured() throws InterruptedException {
    try (TestDevice carla =
        new TestDevice(
            both.network.neighbour("192.168.1.9"), InMemoryIdentityVault.numbered(3), "carla")) {
      carla.pin(anna);
      anna.pin(carla);
      SessionId session = carla.connect(both.endpoint).id();
      Future<SpeedReport> first = inBackground(() -> measure(ben, bensSession));
      person.awaitQuestions(1, TestDevice.PATIENCE);

      assertThatThrownBy(() -> measure(carla, session))
          .hasMessageContaining("anna is being measured already");

      person.answer(Answer.YES);
      assertThat(first).succeedsWithin(TestDevice.PATIENCE);
      assertThat(person.questions()).hasSize(1);
    }
  }

  @Test
  void tellsTheOtherSideWhenItIsCancelledAndCanBeginAgain() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    FutureTask<SpeedReport> measuring =
        new FutureTask<>(() ->
            ben.device
                .measureSpeed()
                .measure(new MeasureSpeed.Command(bensSession, HERE, _ -> asked.countDown())));
    Thread thread = Thread.ofVirtual().start(measuring);
    person.awaitQuestions(1, TestDevice.PATIENCE);
    asked.await();

    thread.interrupt();

    assertThatThrownBy(() -> measuring.get()).hasCauseInstanceOf(InterruptedException.class);
    assertThat(anna.events.await(LocalStreamEvent.SpeedMeasured.class).message())
        .contains("ben cancelled");
    assertThat(measure(ben, bensSession, Answer.YES).there().together().bytes()).isPositive();
  }

  @Test
  void failsWhereTheOtherSideLeaves() throws InterruptedException {
    Future<SpeedReport> measuring = inBackground(() -> measure(ben, bensSession));
    person.awaitQuestions(1, TestDevice.PATIENCE);

    anna.device.close();

    assertFails(FailureCode.CLOSED, measuring);
    assertThat(ben.device.measureSpeed().measureDevice(HERE)).isNotNull();
  }

  @Test
  void failsForASessionThatIsNotOpen() {
    assertFails(FailureCode.NO_SUCH_PEER, () -> measure(ben, new SessionId(UUID.randomUUID())));
  }
}
