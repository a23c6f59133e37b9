package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ConnectionStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConnectionStore} promises. */
public abstract class ConnectionStoreContract {
  private static final SavedConnection LAN = saved("192.168.1.7", 8080, 3);
  private static final SavedConnection LOOPBACK = saved("::1", 8081, PeerLimit.MAX);

  private ConnectionStore store;

  /** A store on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract ConnectionStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(store.all()).isEmpty();
  }

  @Test
  void keepsConnectionsInTheOrderOfSaving() {
    store.save(LAN);
    store.save(LOOPBACK);

    assertThat(open().all()).containsExactly(LAN, LOOPBACK);
  }

  @Test
  void replacesTheConnectionOnTheSameEndpointInItsPlace() {
    store.save(LAN);
    store.save(LOOPBACK);
    SavedConnection wider = new SavedConnection(LAN.endpoint(), new PeerLimit(9));

    store.save(wider);

    assertThat(open().all()).containsExactly(wider, LOOPBACK);
  }

  @Test
  void keepsWhetherAnAddressWasAskedFor() {
    SavedConnection anywhere = new SavedConnection(LAN.endpoint(), new PeerLimit(9), true);

    store.save(anywhere);

    assertThat(open().all()).containsExactly(anywhere);
  }

  @Test
  void forgetsAConnection() {
    store.save(LAN);
    store.save(LOOPBACK);

    store.remove(LAN.endpoint());
    store.remove(Endpoint.of("192.168.1.7", 9));

    assertThat(open().all()).containsExactly(LOOPBACK);
  }

  @Test
  void givesOutACopy() {
    store.save(LAN);
    List<SavedConnection> before = store.all();

    store.save(LOOPBACK);

    assertThat(before).containsExactly(LAN);
    assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void losesNoChangeOfSeveralThreads() {
    IntStream.rangeClosed(1, 30).parallel().forEach(port -> open().save(saved("host", port, 1)));

    assertThat(store.all())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 30).mapToObj(port -> saved("host", port, 1)).toList());
  }

  private static SavedConnection saved(String host, int port, int limit) {
    return new SavedConnection(Endpoint.of(host, port), new PeerLimit(limit));
  }
}
