package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TcpBindingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TcpTransport transport = new TcpTransport();

  private Link dial(String host, int port) {
    return transport.dial(Endpoint.of(host, port), new Greeting.Control(), PATIENCE);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,127.0.0.2", "127.0.0.2,127.0.0.1", "127.0.0.1,::1", "::1,127.0.0.1"})
  void isNotReachableByAnotherAddressOfTheSameMachine(String bound, String other) {
    try (Listener listener = transport.listen(Endpoint.of(bound, 0))) {
      assertFails(FailureCode.UNREACHABLE, () -> dial(other, listener.endpoint().port()));
    }
  }

  @Test
  void takesNoIpv6WhereAllOfIpv4WasAskedFor() {
    try (Listener listener = transport.listen(Endpoint.of("0.0.0.0", 0))) {
      int port = listener.endpoint().port();
      assertThat(listener.endpoint()).isEqualTo(Endpoint.of("0.0.0.0", port));
      dial("127.0.0.1", port).close();

      assertFails(FailureCode.UNREACHABLE, () -> dial("::1", port));
    }
  }

  @Test
  void takesAllOfIpv6WhereAskedFor() {
    try (Listener listener = transport.listen(Endpoint.of("::", 0))) {
      int port = listener.endpoint().port();
      assertThat(listener.endpoint()).isEqualTo(Endpoint.of("::", port));
      assertThat(port).isPositive();
      dial("::1", port).close();
    }
  }

  /** So a device that listens on it is announced with both kinds of addresses. */
  @Test
  void takesIpv4WithAllOfIpv6AndCallsItSo() {
    try (Listener listener = transport.listen(Endpoint.of("::", 0));
        Link link = dial("127.0.0.1", listener.endpoint().port())) {
      link.write(ByteBuffer.wrap(new byte[] {GreetingForm.TLS_HANDSHAKE}), PATIENCE);
      try (Link accepted = listener.accept(PATIENCE).orElseThrow()) {
        assertThat(accepted.remote()).isEqualTo(link.local());
        assertThat(accepted.local()).isEqualTo(link.remote());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void bindsAPortThatWasAskedForOnAllAddresses(String all) {
    Listener first = transport.listen(Endpoint.of(all, 0));
    first.close();
    try (Listener second = transport.listen(first.endpoint())) {
      assertThat(second.endpoint()).isEqualTo(first.endpoint());
      assertFails(FailureCode.ADDRESS_IN_USE, () -> transport.listen(second.endpoint()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "127.1", "0x0", "0x7f000001", "00.0.0.0", "2130706433"})
  void refusesNumbersThatHideAnAddress(String host) {
    assertFails(FailureCode.NAME_UNKNOWN, () -> transport.listen(Endpoint.of(host, 0)));
  }

  @Test
  void opensToEveryNetworkForNoName() throws Exception {
    List<InetAddress> everything = List.of(InetAddress.ofLiteral("0.0.0.0"));

    assertFails(
        FailureCode.ADDRESS_NOT_LOCAL,
        () -> TcpBinding.bind(Endpoint.of("sly.example", 0), everything));
  }

  @Test
  void tellsOwnAddressesWhereAnotherWasAskedFor() {
    assertThat(catchThrowable(() -> transport.listen(Endpoint.of("203.0.113.1", 0))))
        .hasMessageContaining("203.0.113.1")
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void bindsTheAddressOfAName() {
    try (Listener listener = transport.listen(Endpoint.of("localhost", 0))) {
      assertThat(listener.endpoint().host().value()).isIn("127.0.0.1", "::1");
    }
  }

  @Test
  void listensAgainAtOnceAfterConnectionsThatItClosed() {
    Listener first = transport.listen(Endpoint.of("127.0.0.1", 0));
    // Whoever closes first keeps the port in TIME-WAIT (RFC 9293, section 3.6.1).
    try (Link dialler = dial("127.0.0.1", first.endpoint().port())) {
      first.accept(PATIENCE).orElseThrow().close();
      assertThat(dialler.read(ByteBuffer.allocate(1), PATIENCE)).isEqualTo(-1);
    }
    first.close();

    transport.listen(first.endpoint()).close();
  }

  @ParameterizedTest
  @CsvSource({
    "Permission denied, 80, PORT_FORBIDDEN",
    "Keine Berechtigung, 80, PORT_FORBIDDEN",
    "Permission denied, 8080, PORT_FORBIDDEN",
    "Address already in use, 80, ADDRESS_IN_USE",
    "Address already in use, 8080, ADDRESS_IN_USE",
    "Cannot assign requested address, 8080, ADDRESS_NOT_LOCAL"
  })
  void tellsWhyTheSystemRefuses(String reason, int port, FailureCode code) {
    assertFails(
        code,
        () -> {
          throw TcpBinding.translate(Endpoint.of("127.0.0.1", port), new BindException(reason));
        });
  }
}
