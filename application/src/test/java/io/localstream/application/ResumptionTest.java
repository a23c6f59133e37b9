package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.fake.Interference;
import io.localstream.domain.port.fake.Interference.Direction;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transfers that go on by themselves after their session broke: anna listens, ben dials. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ResumptionTest {
  private static final int LENGTH = 9_000_000;

  /** All links that there are, or were. */
  private final Queue<Interference> links = new ConcurrentLinkedQueue<>();

  /** How often ben has dialled. */
  private final AtomicInteger dialled = new AtomicInteger();

  /** What happens whenever ben dials. */
  private volatile Runnable onDialling = () -> {};

  /** Both persons want to have the rest, where what they began breaks. */
  private final CountDownLatch wanted = new CountDownLatch(2);

  private Acquainted both;
  private TestDevice anna;
  private TestDevice ben;
  private int port;

  @BeforeEach
  void connect() throws InterruptedException {
    both = Acquainted.meet(2, device -> device.transport.interfere(this::watched));
    anna = both.anna;
    ben = both.ben;
    port = both.port();
  }

  private Interference watched(Greeting greeting) {
    Interference link = Interference.none();
    links.add(link);
    if (greeting instanceof Greeting.Control) {
      dialled.incrementAndGet();
      onDialling.run();
    }
    return link;
  }

  @AfterEach
  void hangUp() {
    both.close();
  }

  private OngoingTransfer send(TestDevice from) throws InterruptedException {
    OngoingTransfer sending = from.send(port, "film.mkv");
    sending.goOnByItself();
    wanted.countDown();
    return sending;
  }

  private OngoingTransfer receive(TestDevice at) throws InterruptedException {
    OngoingTransfer receiving = at.receive("saved.mkv");
    receiving.goOnByItself();
    wanted.countDown();
    return receiving;
  }

  private void pullThePlug() {
    // Not those that are dialled because of it.
    List.copyOf(links).forEach(Interference::sever);
  }

  /** What nobody has wanted yet does not go on. */
  private void pullThePlugOnceItIsWanted() {
    try {
      assertThat(wanted.await(TestDevice.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    pullThePlug();
  }

  private static byte[] content() {
    byte[] content = new byte[LENGTH];
    new Random(4).nextBytes(content);
    return content;
  }

  private static Transfer awaitResumedToTheEnd(TestDevice device) throws InterruptedException {
    return device
        .events
        .await(
            LocalStreamEvent.TransferResumed.class, resumed -> resumed.transfer().state().isFinal())
        .transfer();
  }

  private static void assertFailed(OngoingTransfer transfer) throws InterruptedException {
    assertThat(transfer.await().state()).isInstanceOf(TransferState.Failed.class);
  }

  @Test
  void whatWasSentByTheOneWhoListensGoesOn() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(6_000_000, this::pullThePlugOnceItIsWanted);

    OngoingTransfer sending = send(anna);
    OngoingTransfer receiving = receive(ben);
    assertFailed(sending);
    assertFailed(receiving);

    assertThat(awaitResumedToTheEnd(ben).state()).isInstanceOf(TransferState.Completed.class);
    assertThat(awaitResumedToTheEnd(anna).state()).isInstanceOf(TransferState.Completed.class);
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
    assertThat(ben.files.visible()).containsExactly("saved.mkv");
    assertThat(ben.prompt.questions()).as("asked once, by the first").hasSize(1);
    assertThat(ben.unfinished.all()).isEmpty();
    assertThat(anna.unfinished.all()).isEmpty();
  }

  @Test
  void whatOnlyStoodForContentComesAgain() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(
        3_000_000,
        () -> {
          anna.files.rename("film.mkv", "away");
          anna.files.afterReading(
              4_000_000,
              () -> {
                anna.files.rename("away", "film.mkv");
                pullThePlug();
              });
        });

    send(anna);
    assertFailed(receive(ben));

    assertThat(awaitResumedToTheEnd(ben).state()).isInstanceOf(TransferState.Completed.class);
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
  }

  @Test
  void whatWasSentByTheOneWhoDialledGoesOnAndIsNotSentTwice() throws InterruptedException {
    ben.files.put("film.mkv", content());
    ben.files.afterReading(8_000_000, this::pullThePlugOnceItIsWanted);

    send(ben);
    assertFailed(receive(anna));
    List<Interference> before = List.copyOf(links);

    assertThat(awaitResumedToTheEnd(anna).state()).isInstanceOf(TransferState.Completed.class);
    assertThat(anna.files.content("saved.mkv")).hasValue(content());
    long again =
        links.stream()
            .filter(link -> !before.contains(link))
            .mapToLong(link -> link.passed(Direction.FROM_DIALLER))
            .sum();
    assertThat(again).isLessThan(LENGTH - 3_000_000);
  }

  @Test
  void whatBreaksTwiceGoesOnTwice() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(5_000_000, this::pullThePlugOnceItIsWanted);
    onDialling =
        () -> {
          if (dialled.get() == 2) {
            anna.files.afterReading(3_000_000, this::pullThePlug);
          }
        };
    send(anna);
    assertFailed(receive(ben));

    ben.events.await(
        LocalStreamEvent.TransferResumed.class,
        resumed -> resumed.transfer().state() instanceof TransferState.Completed);
    assertThat(dialled).as("once, and after each break").hasValue(3);
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
  }

  /** While that is so, the first lane brings a part, and the others nothing. */
  private Runnable spoilLanes() {
    AtomicBoolean spoilt = new AtomicBoolean(true);
    AtomicInteger lanes = new AtomicInteger();
    ben.transport.interfere(greeting ->
        greeting instanceof Greeting.Lane && spoilt.get()
            ? Interference.none()
                .severAfter(Direction.TO_DIALLER, lanes.getAndIncrement() == 0 ? 6_000_000 : 0)
            : watched(greeting));
    return () -> spoilt.set(false);
  }

  private void failForWantOfLanes() throws InterruptedException {
    anna.files.put("film.mkv", content());
    OngoingTransfer sending = send(anna);
    assertFailed(receive(ben));
    assertFailed(sending);
  }

  @Test
  void whereOnlyTheLanesBreakItGoesOnInTheSameSession() throws InterruptedException {
    Runnable mend = spoilLanes();
    failForWantOfLanes();
    mend.run();

    // On a busy machine it may have been tried in vain once more by then.
    for (TestDevice device : List.of(anna, ben)) {
      device.events.await(
          LocalStreamEvent.TransferResumed.class,
          resumed -> resumed.transfer().state() instanceof TransferState.Completed);
    }
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
    assertThat(ben.prompt.questions()).as("asked once, by the first").hasSize(1);
    assertThat(dialled).as("the session has lived").hasValue(1);
    long again = links.stream().mapToLong(link -> link.passed(Direction.TO_DIALLER)).sum();
    assertThat(again).isBetween(3_000_000L, 5_500_000L);
  }

  @Test
  void whatLostItsLanesDoesNotGoOnOnceAPersonHasEndedTheSession() throws InterruptedException {
    Runnable mend = spoilLanes();
    failForWantOfLanes();
    ben.device.closeConnection().close(port);
    anna.events.await(LocalStreamEvent.PeerLeft.class);
    ben.events.await(LocalStreamEvent.PeerLeft.class);
    long before = offersOfTheFilm();
    mend.run();

    joinAgain();
    anna.files.put("note.txt", new byte[100]);
    anna.send(port, "note.txt");
    assertThat(ben.receive("note.txt").await().state()).isInstanceOf(TransferState.Completed.class);
    assertThat(offersOfTheFilm()).isEqualTo(before);
  }

  private long offersOfTheFilm() {
    return ben.events.events(LocalStreamEvent.OfferArrived.class).stream()
        .filter(offer -> offer.transfer().offer().manifest().display().equals("film.mkv"))
        .count();
  }

  @Test
  void whatWasDeclinedOnceDoesNotStandInTheWay() throws InterruptedException {
    anna.files.put("film.mkv", content());
    OngoingTransfer unwanted = send(anna);
    ben.events.await(LocalStreamEvent.OfferArrived.class);
    ben.device.declineOffer().decline(new DeclineOffer.Command(Optional.empty()));
    assertFailed(unwanted);
    anna.files.afterReading(6_000_000, this::pullThePlug);

    send(anna);
    assertFailed(receive(ben));

    assertThat(awaitResumedToTheEnd(ben).state()).isInstanceOf(TransferState.Completed.class);
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
  }

  @Test
  void whatBreaksAgainBeforeAnythingFlowsGoesOnAllTheSame() throws InterruptedException {
    long untilReady = links.peek().passed(Direction.FROM_DIALLER);
    Queue<Interference> next =
        new ConcurrentLinkedQueue<>(
            List.of(Interference.none().severAfter(Direction.FROM_DIALLER, untilReady)));
    anna.files.put("film.mkv", content());
    anna.files.afterReading(5_000_000, this::pullThePlug);
    send(anna);
    OngoingTransfer receiving = receive(ben);
    ben.transport.interfere(greeting -> {
      Interference early = greeting instanceof Greeting.Control ? next.poll() : null;
      return early == null ? watched(greeting) : early;
    });
    assertFailed(receiving);

    ben.events.await(
        LocalStreamEvent.TransferResumed.class,
        resumed -> resumed.transfer().state() instanceof TransferState.Completed);
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
  }

  @Test
  void anotherContentIsAnOfferLikeAnyOther() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(
        5_000_000,
        () -> {
          anna.files.put("film.mkv", new byte[100]);
          pullThePlugOnceItIsWanted();
        });
    send(anna);
    assertFailed(receive(ben));

    ben.events.await(
        LocalStreamEvent.OfferArrived.class, offer -> offer.transfer().totalBytes() == 100);
    assertThat(ben.files.visible()).isEmpty();
  }

  @Test
  void whatAPersonCancelledDoesNotGoOn() throws InterruptedException {
    anna.files.put("film.mkv", content());
    OngoingTransfer sending = send(anna);
    anna.files.afterReading(5_000_000, sending::cancel);
    assertFailed(receive(ben));
    pullThePlug();

    joinAgain();
    // Comes after whatever begins when the two meet again.
    anna.files.put("note.txt", new byte[100]);
    OngoingTransfer note = anna.send(port, "note.txt");
    ben.events.await(
        LocalStreamEvent.OfferArrived.class,
        offer -> offer.transfer().offer().manifest().display().equals("note.txt"));
    assertNothingWentOn();
    assertThat(ben.receive("note.txt").await().state()).isInstanceOf(TransferState.Completed.class);
    assertThat(note.await().state()).isInstanceOf(TransferState.Completed.class);
    assertNothingWentOn();
  }

  private void assertNothingWentOn() {
    assertThat(ben.events.events(LocalStreamEvent.OfferArrived.class))
        .extracting(offer -> offer.transfer().offer().manifest().display())
        .containsExactly("film.mkv", "note.txt");
    for (TestDevice device : List.of(anna, ben)) {
      assertThat(device.events.events(LocalStreamEvent.TransferResumed.class)).isEmpty();
    }
  }

  /** Once both know that they have parted. */
  private void joinAgain() throws InterruptedException {
    anna.events.await(LocalStreamEvent.PeerLeft.class);
    ben.events.await(LocalStreamEvent.PeerLeft.class);
    ben.connect(Endpoint.of("127.0.0.1", port));
    anna.events.await(
        LocalStreamEvent.PeerJoined.class,
        _ -> anna.events.events(LocalStreamEvent.PeerJoined.class).size() == 2);
  }

  @Test
  void whoTriesAgainOtherwiseIsLeftToThat() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(5_000_000, this::pullThePlug);
    anna.send(port, "film.mkv");
    assertFailed(ben.receive("saved.mkv"));

    joinAgain();
    anna.send(port, "film.mkv");
    assertThat(ben.receive("saved.mkv").await().state())
        .isInstanceOf(TransferState.Completed.class);
    assertThat(ben.events.events(LocalStreamEvent.OfferArrived.class)).hasSize(2);
  }
}
