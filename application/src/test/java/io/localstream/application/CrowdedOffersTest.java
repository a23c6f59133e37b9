package io.localstream.application;

import static io.localstream.application.HostilePeer.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trusted peer that offers more than anybody could want. */
class CrowdedOffersTest {
  private TestDevice anna;
  private HostilePeer mallory;

  @BeforeEach
  void meet() throws InterruptedException {
    InMemoryTransport network = new InMemoryTransport("127.0.0.1", "192.168.1.7");
    anna = new TestDevice(network, InMemoryIdentityVault.numbered(1), "anna");
    Endpoint endpoint = anna.listen(3);
    mallory = new HostilePeer(anna, endpoint);
  }

  @AfterEach
  void part() {
    mallory.close();
    anna.close();
  }

  private static TransferId id(int number) {
    return new TransferId(new UUID(9, number));
  }

  private void awaitOffer(int number) throws InterruptedException {
    anna.events.await(
        LocalStreamEvent.OfferArrived.class, offer -> offer.transfer().id().equals(id(number)));
  }

  private List<Transfer> transfers() {
    return anna.device.showStatus().show().transfers();
  }

  @Test
  void anOfferThatStaysOpenDoesNotKeepThoseThatHaveEnded() throws InterruptedException {
    ManifestEntry[] many =
        IntStream.range(0, 40).mapToObj(i -> file("photos/" + i, 1)).toArray(ManifestEntry[]::new);
    mallory.offer(id(0), file("stays.txt", 1));
    for (int i = 1; i <= 250; i++) {
      mallory.offer(id(i), many);
      mallory.say(ControlMessage.Status.of(StatusFlag.CANCELLED, id(i)));
    }
    mallory.offer(id(251), file("last.txt", 1));
    awaitOffer(251);

    assertThat(transfers()).hasSize(52);
    assertThat(transfers())
        .filteredOn(transfer -> transfer.state().isFinal())
        .allSatisfy(transfer -> {
          assertThat(transfer.offer().manifest().display()).isEqualTo("photos (40 files)");
          assertThat(transfer.offer().manifest().entries()).isEmpty();
        });
    assertThat(transfers())
        .filteredOn(transfer -> transfer.state() instanceof TransferState.Offered)
        .extracting(Transfer::id)
        .containsExactly(id(0), id(251));
  }

  @Test
  void theOfferThatIsTooMuchIsToldSoAndTheSessionStays() throws InterruptedException {
    for (int i = 0; i < 64; i++) {
      mallory.offer(id(i), file("a.txt", 1));
    }
    mallory.offer(id(64), file("a.txt", 1));

    assertThat(mallory.await(ControlMessage.Status.class))
        .isEqualTo(ControlMessage.Status.of(StatusFlag.LIMIT_REACHED, id(64)));

    mallory.say(ControlMessage.Status.of(StatusFlag.CANCELLED, id(3)));
    mallory.offer(id(65), file("a.txt", 1));
    awaitOffer(65);
  }

  private static ManifestEntry[] muchMoreThanHalfOfTheSpace() {
    // Three bytes to a character: it is the bytes that take room. What they begin with is not kept
    // twice.
    return IntStream.range(0, 100)
        .mapToObj(i -> file(i + ("/" + "\u66f8".repeat(80)).repeat(25), 1))
        .toArray(ManifestEntry[]::new);
  }

  @Test
  void offersThatWaitTakeNoMoreMemoryThanThereIsForThem() throws InterruptedException {
    mallory.offer(id(1), muchMoreThanHalfOfTheSpace());
    awaitOffer(1);
    mallory.offer(id(2), muchMoreThanHalfOfTheSpace());

    assertThat(mallory.await(ControlMessage.Status.class))
        .isEqualTo(ControlMessage.Status.of(StatusFlag.LIMIT_REACHED, id(2)));

    mallory.say(ControlMessage.Status.of(StatusFlag.CANCELLED, id(1)));
    mallory.offer(id(3), muchMoreThanHalfOfTheSpace());
    awaitOffer(3);
    assertThat(transfers()).extracting(Transfer::id).containsExactly(id(1), id(3));
  }
}
