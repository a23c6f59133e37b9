package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.contract.LinkContract;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpLinkTest extends LinkContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FLOOD_BYTES = 64 << 20;

  private final Listener listener = new TcpTransport().listen(Endpoint.of("127.0.0.1", 0));

  @AfterEach
  void close() {
    listener.close();
  }

  @Override
  protected Ends connect() {
    Link near = Strangers.dial(listener.endpoint());
    return new Ends(near, accept());
  }

  private IncomingLink accept() {
    return listener.accept(PATIENCE).orElseThrow();
  }

  private static int readOnce(Link link) {
    return link.read(ByteBuffer.allocate(10), PATIENCE);
  }

  @Test
  void isBrokenWhenThePeerResetsIt() throws Exception {
    SocketChannel peer = Strangers.connect(listener.endpoint());
    try (IncomingLink link = accept()) {
      peer.setOption(StandardSocketOptions.SO_LINGER, 0);
      peer.close();

      assertFails(FailureCode.LINK_BROKEN, () -> readOnce(link));
      assertFails(FailureCode.LINK_BROKEN, () -> readOnce(link));
    }
  }

  @Test
  void breaksForThePeerTooWhenAWriteTimesOut() {
    try (Link peer = Strangers.dial(listener.endpoint());
        Link link = accept()) {
      assertFails(
          FailureCode.TIMED_OUT,
          () -> link.write(ByteBuffer.allocate(FLOOD_BYTES), Duration.ofMillis(300)));

      assertThat(
              codeOf(() -> {
                while (readOnce(peer) >= 0) {
                  // What was on its way may arrive; its end must not look like one.
                }
              }))
          .isEqualTo(FailureCode.LINK_BROKEN);
    }
  }

  @Test
  void staysUsableAfterWritesInTime() {
    try (Link peer = Strangers.dial(listener.endpoint());
        Link link = accept()) {
      Duration brief = Duration.ofSeconds(2);
      link.write(ByteBuffer.wrap(new byte[] {1}), brief);
      // Longer than the first write had: its deadline must be gone.
      assertFails(
          FailureCode.TIMED_OUT, () -> link.read(ByteBuffer.allocate(1), brief.plusSeconds(1)));
      link.write(ByteBuffer.wrap(new byte[] {2}), PATIENCE);

      ByteBuffer both = ByteBuffer.allocate(2);
      while (both.hasRemaining()) {
        peer.read(both, PATIENCE);
      }
      assertThat(both.array()).containsExactly(1, 2);
    }
  }

  @Test
  void isClosedWhenTheVirtualThreadThatReadsIsInterrupted() throws Exception {
    try (Link _ = Strangers.dial(listener.endpoint());
        Link link = accept()) {
      CompletableFuture<FailureCode> result = new CompletableFuture<>();
      Thread reader =
          Thread.startVirtualThread(() -> result.complete(codeOf(() -> readOnce(link))));
      reader.interrupt();

      assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo(FailureCode.CLOSED);
    }
  }

  @Test
  void takesTimeoutsOfAnyLength() {
    try (Link peer = Strangers.dial(listener.endpoint());
        Link link = accept()) {
      Duration eternity = Duration.ofSeconds(Long.MAX_VALUE);
      peer.write(ByteBuffer.wrap(new byte[] {1}), eternity);

      assertThat(link.read(ByteBuffer.allocate(1), eternity)).isEqualTo(1);
      assertFails(
          FailureCode.TIMED_OUT, () -> link.read(ByteBuffer.allocate(1), Duration.ofNanos(1)));
    }
  }
}
