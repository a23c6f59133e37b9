package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} promises. */
public abstract class SessionStoreContract {
  private SessionStore store;

  /** A store on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract SessionStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(store.all()).isEmpty();
    assertThat(store.find(session(1).id())).isEmpty();
  }

  @Test
  void keepsEverythingOfASession() {
    Session ended =
        session(1)
            .record(summary(1, Transfer.Direction.SENDING, Optional.empty()))
            .record(summary(2, Transfer.Direction.RECEIVING, Optional.of(FailureCode.FILE_CHANGED)))
            .end(NOW.plusSeconds(60), false);

    store.save(ended);
    store.save(session(2));

    assertThat(open().all()).containsExactly(ended, session(2));
    assertThat(open().find(ended.id())).contains(ended);
    assertThat(open().find(session(3).id())).isEmpty();
  }

  @Test
  void replacesTheSessionWithTheSameIdentifierInItsPlace() {
    store.save(session(1));
    store.save(session(2));

    store.save(session(1).end(NOW, false));

    assertThat(open().all()).containsExactly(session(1).end(NOW, false), session(2));
  }

  @Test
  void forgetsASession() {
    store.save(session(1));
    store.save(session(2));

    store.remove(session(1).id());
    store.remove(session(7).id());

    assertThat(open().all()).containsExactly(session(2));
  }

  @Test
  void givesOutACopy() {
    store.save(session(1));
    List<Session> before = store.all();

    store.save(session(2));

    assertThat(before).containsExactly(session(1));
    assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void dropsNoOpenSessionAndNoneOfTheLatestEndedOnes() {
    store.save(session(0));
    List<Session> ended =
        IntStream.rangeClosed(1, SessionStore.KEPT.perDevice())
            .mapToObj(number -> session(number, 1).end(NOW.plusSeconds(number), false))
            .toList();

    ended.forEach(store::save);
    Session latest = session(1_000, 1).end(NOW.plusSeconds(1_000), false);
    store.save(latest);

    assertThat(store.all())
        .contains(session(0), latest)
        .containsAll(ended.subList(1, ended.size()));
  }

  @Test
  void aDeviceThatConnectsOftenDisplacesOnlyItsOwn() {
    List<Session> others =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> session(number, 2 + number % 2).end(NOW.plusSeconds(number), false))
            .toList();
    others.forEach(store::save);

    IntStream.rangeClosed(21, 20 + 6 * SessionStore.KEPT.perDevice())
        .mapToObj(number -> session(number, 1).end(NOW.plusSeconds(number), false))
        .forEach(store::save);

    assertThat(store.all()).containsAll(others);
  }

  @Test
  void losesNoChangeOfSeveralThreads() {
    IntStream.range(0, 30).parallel().forEach(number -> open().save(session(number)));

    assertThat(store.all())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 30).mapToObj(SessionStoreContract::session).toList());
  }

  /** An open session; the same number gives an equal one. */
  protected static Session session(int number) {
    return session(number, number);
  }

  /** A session with that device. */
  protected static Session session(int number, int device) {
    return new Session(
        new SessionId(new UUID(7, number)),
        device(device),
        Endpoint.of(number % 2 == 0 ? "192.168.1.7" : "fe80::1%eth0", 8080),
        number % 2 == 0 ? Side.LISTENING : Side.DIALLED,
        Endpoint.of("192.168.1.9", 40_000 + number % 1_000),
        NOW.plusSeconds(number),
        Optional.empty(),
        true,
        number % 2 == 0 ? Optional.empty() : Optional.of(new SealedSecret(new byte[] {1, -1})),
        List.of());
  }

  private static TransferSummary summary(
      int number, Transfer.Direction direction, Optional<FailureCode> failure) {
    return new TransferSummary(
        new TransferId(new UUID(8, number)),
        direction,
        "φωτογραφία.jpg and 2 more",
        3,
        Long.MAX_VALUE,
        NOW,
        failure);
  }
}
