package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TcpDiallerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TcpTransport transport = new TcpTransport();

  @Test
  void reachesANameByWhicheverOfItsAddressesListens() {
    try (Listener listener = transport.listen(Endpoint.of("127.0.0.1", 0));
        Link link =
            transport.dial(
                Endpoint.of("localhost", listener.endpoint().port()),
                new Greeting.Control(),
                PATIENCE)) {
      assertThat(link.remote()).isEqualTo(listener.endpoint());
    }
  }

  @Test
  void saysWhatToDoWhereNobodyListens() {
    Listener listener = transport.listen(Endpoint.of("127.0.0.1", 0));
    listener.close();

    assertThat(
            catchThrowable(
                () -> transport.dial(listener.endpoint(), new Greeting.Control(), PATIENCE)))
        .hasMessage(
            "nothing listens on "
                + listener.endpoint()
                + ": check the port, and that add_connection runs there");
  }

  /** Elsewhere a full backlog refuses instead of staying silent. */
  @EnabledOnOs(OS.LINUX)
  @Test
  void givesUpOnOneWhoDoesNotAnswer() throws Exception {
    try (ServerSocketChannel silent = ServerSocketChannel.open()) {
      silent.bind(new InetSocketAddress("127.0.0.1", 0), 1);
      Endpoint endpoint = AddressText.endpoint((InetSocketAddress) silent.getLocalAddress());
      List<SocketChannel> backlog = fill(endpoint);

      assertFails(
          FailureCode.TIMED_OUT,
          () -> transport.dial(endpoint, new Greeting.Control(), Duration.ofMillis(100)));
      CompletableFuture<FailureCode> interrupted = new CompletableFuture<>();
      Thread dialling =
          Thread.startVirtualThread(() ->
              interrupted.complete(
                  codeOf(() -> transport.dial(endpoint, new Greeting.Control(), PATIENCE))));
      dialling.interrupt();
      assertThat(interrupted.get(20, TimeUnit.SECONDS)).isEqualTo(FailureCode.CANCELLED);

      for (SocketChannel channel : backlog) {
        channel.close();
      }
    }
  }

  private static List<SocketChannel> fill(Endpoint endpoint) throws Exception {
    List<SocketChannel> channels = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(new InetSocketAddress(endpoint.host().value(), endpoint.port()));
      channels.add(channel);
    }
    return channels;
  }
}
