package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.codeOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.transfer.LaneTicket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingTcpLinkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Listener listener = new TcpTransport().listen(Endpoint.of("127.0.0.1", 0));

  @AfterEach
  void close() {
    listener.close();
  }

  private IncomingLink greetedWith(byte... bytes) {
    try (Link stranger = Strangers.dial(listener.endpoint())) {
      stranger.write(ByteBuffer.wrap(bytes), PATIENCE);
    }
    return listener.accept(PATIENCE).orElseThrow();
  }

  @Test
  void givesALaneNoMoreTimeThanForItsWholeGreeting() {
    byte[] greeting = GreetingForm.encode(new Greeting.Lane(new LaneTicket(new byte[32]))).array();
    try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        Link stranger = Strangers.dial(listener.endpoint());
        IncomingLink link = listener.accept(PATIENCE).orElseThrow()) {
      for (int i = 0; i < greeting.length; i++) {
        ByteBuffer one = ByteBuffer.wrap(greeting, i, 1);
        var _ = pace.schedule(() -> stranger.write(one, PATIENCE), 100L * i, TimeUnit.MILLISECONDS);
      }

      assertFails(FailureCode.TIMED_OUT, () -> link.greeting(Duration.ofMillis(300)));
      pace.shutdownNow();
    }
  }

  @Test
  void refusesALaneOfAnotherVersion() {
    byte[] greeting = new byte[34];
    greeting[0] = 'L';
    greeting[1] = 2;

    assertFails(FailureCode.PROTOCOL_VIOLATION, () -> greetedWith(greeting).greeting(PATIENCE));
  }

  @Test
  void isBrokenWhenALaneEndsWithinItsTicket() {
    assertFails(
        FailureCode.LINK_BROKEN,
        () -> greetedWith((byte) 'L', (byte) 1, (byte) 7).greeting(PATIENCE));
  }

  @Test
  void refusesRandomBytes() {
    Random random = new Random(4);
    for (int first = 0; first < 256; first++) {
      byte[] bytes = new byte[40];
      random.nextBytes(bytes);
      bytes[0] = (byte) first;

      try (IncomingLink link = greetedWith(bytes)) {
        if (bytes[0] == GreetingForm.TLS_HANDSHAKE) {
          assertThat(link.greeting(PATIENCE)).isEqualTo(new Greeting.Control());
        } else {
          assertFails(FailureCode.PROTOCOL_VIOLATION, () -> link.greeting(PATIENCE));
        }
      }
    }
  }

  @Test
  void canNotBeReadOnceClosedThoughAByteIsUnread() {
    IncomingLink link = greetedWith(GreetingForm.TLS_HANDSHAKE, (byte) 3);
    assertThat(link.greeting(PATIENCE)).isEqualTo(new Greeting.Control());
    link.close();

    assertThat(codeOf(() -> link.read(ByteBuffer.allocate(5), PATIENCE)))
        .isEqualTo(FailureCode.CLOSED);
  }

  @Test
  void namesTheStrangerAndNothingOfWhatItSaid() {
    try (IncomingLink link = greetedWith("secret".getBytes(UTF_8))) {
      assertThatThrownBy(() -> link.greeting(PATIENCE))
          .hasMessageStartingWith("127.0.0.1:")
          .hasMessageNotContaining("secret");
    }
  }
}
