package io.localstream.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.SessionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static final Endpoint ENDPOINT = Endpoint.of("192.168.1.7", 8080);
  private static final SessionId FIRST = new SessionId(new UUID(1, 1));
  private static final SessionId SECOND = new SessionId(new UUID(1, 2));
  private static final SessionId THIRD = new SessionId(new UUID(1, 3));

  private final Connection empty = Connection.listening(ENDPOINT, new PeerLimit(2));

  @Test
  void admitsPeersUpToItsLimit() {
    Connection full = empty.admit(FIRST).admit(SECOND);

    assertThat(full.peers()).containsExactly(FIRST, SECOND);
    assertThat(full.isFull()).isTrue();
    assertThatThrownBy(() -> full.admit(THIRD)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void admitsAnotherOnceOneLeft() {
    assertThat(empty.admit(FIRST).admit(SECOND).release(FIRST).admit(THIRD).peers())
        .containsExactly(SECOND, THIRD);
  }

  @Test
  void staysTheSameWhenSomebodyElseLeaves() {
    assertThat(empty.admit(FIRST).release(SECOND)).isEqualTo(empty.admit(FIRST));
  }

  @Test
  void isActiveWhileThereAreSomePeers() {
    assertThat(empty.isActive()).isFalse();
    assertThat(empty.admit(FIRST).isActive()).isTrue();
    assertThat(empty.admit(FIRST).release(FIRST).isActive()).isFalse();
  }

  @Test
  void changesNothingInPlace() {
    empty.admit(FIRST);

    assertThat(empty.peers()).isEmpty();
    assertThatThrownBy(() -> empty.peers().add(FIRST))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void hasOnePeerWhenDialled() {
    Connection dialled = Connection.dialled(ENDPOINT).admit(FIRST);

    assertThat(dialled.isFull()).isTrue();
    assertThat(dialled.side()).isEqualTo(Side.DIALLED);
  }

  @Test
  void refusesMorePeersThanItsLimitFromTheBeginning() {
    assertThatThrownBy(() ->
            new Connection(
                List.of(ENDPOINT), Side.LISTENING, new PeerLimit(1), List.of(FIRST, SECOND)))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Or one leaving would release it twice, and the limit would count it twice. */
  @Test
  void refusesToAdmitAPeerTwice() {
    assertThatThrownBy(() -> empty.admit(FIRST).admit(FIRST))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_001, Integer.MAX_VALUE})
  void hasALimitFromOneToAThousand(int peers) {
    assertThatThrownBy(() -> new PeerLimit(peers)).isInstanceOf(IllegalArgumentException.class);
  }
}
