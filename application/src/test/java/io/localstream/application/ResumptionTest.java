package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.Interference;
import io.localstream.domain.port.fake.Interference.Direction;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers that go on by themselves after their session broke: anna listens, ben dials. */
class ResumptionTest {
  private static final int LENGTH = 9_000_000;

  /** All links that there are, or were. */
  private final Queue<Interference> links = new ConcurrentLinkedQueue<>();

  private TestDevice anna;
  private TestDevice ben;
  private int port;

  @BeforeEach
  void connect() throws InterruptedException {
    InMemoryTransport network = new InMemoryTransport("127.0.0.1", "192.168.1.7");
    anna = new TestDevice(network, InMemoryIdentityVault.numbered(1), "anna");
    ben =
        new TestDevice(network.neighbour("192.168.1.8"), InMemoryIdentityVault.numbered(2), "ben");
    anna.pin(ben);
    ben.pin(anna);
    ben.transport.interfere(this::watched);
    Endpoint endpoint = anna.listen(2);
    port = endpoint.port();
    ben.connect(endpoint);
    anna.events.await(LocalStreamEvent.PeerJoined.class);
  }

  private Interference watched(Greeting greeting) {
    Interference link = Interference.none();
    links.add(link);
    return link;
  }

  @AfterEach
  void hangUp() {
    ben.close();
    anna.close();
  }

  private OngoingTransfer send(TestDevice from) throws InterruptedException {
    OngoingTransfer sending = from.send(port, "film.mkv");
    sending.goOnByItself();
    return sending;
  }

  private OngoingTransfer receive(TestDevice at) throws InterruptedException {
    OngoingTransfer receiving = at.receive("saved.mkv");
    receiving.goOnByItself();
    return receiving;
  }

  private void pullThePlug() {
    links.forEach(Interference::sever);
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
    anna.files.afterReading(6_000_000, this::pullThePlug);

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
    ben.files.afterReading(8_000_000, this::pullThePlug);

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
    anna.files.afterReading(5_000_000, this::pullThePlug);
    send(anna);
    assertFailed(receive(ben));
    anna.files.afterReading(3_000_000, this::pullThePlug);

    ben.events.await(
        LocalStreamEvent.TransferResumed.class,
        resumed -> resumed.transfer().state() instanceof TransferState.Completed);
    assertThat(ben.files.content("saved.mkv")).hasValue(content());
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
  void whatAPersonDiscardsDoesNotComeBack() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(
        5_000_000,
        () -> {
          ben.transport.interfere(_ -> Interference.none().severAfter(Direction.FROM_DIALLER, 1));
          pullThePlug();
        });
    send(anna);
    assertFailed(receive(ben));
    ben.events.await(LocalStreamEvent.PeerLeft.class);

    ben.device.keepTransfers().discard(ben.unfinished.all().getFirst().id().toString());
    ben.transport.interfere(this::watched);

    ben.events.await(
        LocalStreamEvent.OfferArrived.class,
        _ -> ben.events.events(LocalStreamEvent.OfferArrived.class).size() == 2);
    assertThat(ben.events.events(LocalStreamEvent.TransferResumed.class)).isEmpty();
  }

  @Test
  void anotherContentIsAnOfferLikeAnyOther() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(
        5_000_000,
        () -> {
          anna.files.put("film.mkv", new byte[100]);
          pullThePlug();
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
    ben.events.await(LocalStreamEvent.PeerLeft.class);

    ben.connect(Endpoint.of("127.0.0.1", port));
    anna.events.await(
        LocalStreamEvent.PeerJoined.class,
        _ -> anna.events.events(LocalStreamEvent.PeerJoined.class).size() == 2);
    assertThat(anna.events.events(LocalStreamEvent.TransferResumed.class)).isEmpty();
  }

  @Test
  void whoTriesAgainOtherwiseIsLeftToThat() throws InterruptedException {
    anna.files.put("film.mkv", content());
    anna.files.afterReading(5_000_000, this::pullThePlug);
    anna.send(port, "film.mkv");
    assertFailed(ben.receive("saved.mkv"));
    ben.events.await(LocalStreamEvent.PeerLeft.class);

    ben.connect(Endpoint.of("127.0.0.1", port));
    anna.send(port, "film.mkv");
    assertThat(ben.receive("saved.mkv").await().state())
        .isInstanceOf(TransferState.Completed.class);
    assertThat(ben.events.events(LocalStreamEvent.OfferArrived.class)).hasSize(2);
  }
}
