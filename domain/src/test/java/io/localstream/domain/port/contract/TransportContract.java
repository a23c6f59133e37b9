package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.inBackground;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Transport;
import io.localstream.domain.transfer.LaneTicket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Transport} promises, and the {@link Listener} and {@link IncomingLink} that it
 * gives. It listens on {@link #ownAddress()} only.
 */
public abstract class TransportContract {
  /** Long enough for anything that is expected to happen. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Short, for what is expected not to happen. */
  private static final Duration IMPATIENCE = Duration.ofMillis(40);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** The subject, always the same one within a test. */
  protected abstract Transport transport();

  /** Opens a link without a greeting; what is written on it comes in its place. */
  protected abstract Link strangerDials(Endpoint remote);

  /** An address of this machine, in its usual form. */
  protected HostAddress ownAddress() {
    return new HostAddress("127.0.0.1");
  }

  @AfterEach
  void closeAll() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  private Listener listen() {
    return opened(transport().listen(new Endpoint(ownAddress(), 0)));
  }

  private Link dial(Listener listener, Greeting greeting) {
    return opened(transport().dial(listener.endpoint(), greeting, PATIENCE));
  }

  private IncomingLink accept(Listener listener) {
    return opened(listener.accept(PATIENCE).orElseThrow());
  }

  private static void write(Link link, String text) {
    link.write(ByteBuffer.wrap(text.getBytes(UTF_8)), PATIENCE);
  }

  private static String read(Link link, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int read = link.read(buffer, PATIENCE);
      assertThat(read).isPositive();
    }
    return new String(buffer.array(), UTF_8);
  }

  @Nested
  class WhenListening {
    @Test
    void choosesAFreePortForPortZero() {
      assertThat(listen().endpoint().port()).isPositive();
      assertThat(listen().endpoint().host()).isEqualTo(ownAddress());
    }

    @Test
    void refusesAnEndpointInUse() {
      Endpoint taken = listen().endpoint();

      assertFails(FailureCode.ADDRESS_IN_USE, () -> transport().listen(taken));
    }

    @Test
    void refusesAnAddressThatIsNotOfThisMachine() {
      // RFC 5737: an address for documents, which no machine has.
      Endpoint foreign = Endpoint.of("203.0.113.1", 0);

      assertFails(FailureCode.ADDRESS_NOT_LOCAL, () -> transport().listen(foreign));
    }

    @Test
    void freesThePortWhenClosed() {
      Listener first = listen();
      first.close();

      assertThat(opened(transport().listen(first.endpoint())).endpoint())
          .isEqualTo(first.endpoint());
    }

    @Test
    void canBeClosedTwice() {
      Listener listener = listen();
      listener.close();
      listener.close();
    }

    @Test
    void acceptsNothingWhereNobodyDials() {
      assertThat(listen().accept(IMPATIENCE)).isEmpty();
    }

    @Test
    void acceptsLinksInTheOrderOfTheirArrival() {
      Listener listener = listen();
      Link first = dial(listener, new Greeting.Control());
      Link second = dial(listener, new Greeting.Control());

      assertThat(accept(listener).remote()).isEqualTo(first.local());
      assertThat(accept(listener).remote()).isEqualTo(second.local());
    }

    @Test
    void acceptsAStrangerWhoSaysNothing() {
      Listener listener = listen();
      opened(strangerDials(listener.endpoint()));

      assertThat(accept(listener)).isNotNull();
    }

    @Test
    void doesNotAcceptOnceClosed() {
      Listener listener = listen();
      listener.close();

      assertFails(FailureCode.CLOSED, () -> listener.accept(PATIENCE));
    }

    @Test
    void wakesWhoeverAcceptsWhenClosed() {
      Listener listener = listen();
      Future<?> accepting = inBackground(() -> listener.accept(PATIENCE));
      listener.close();

      assertFails(FailureCode.CLOSED, accepting);
    }

    @Test
    void keepsAcceptedLinksWhenClosed() {
      Listener listener = listen();
      Link dialler = dial(listener, new Greeting.Control());
      IncomingLink arrived = accept(listener);
      listener.close();

      write(arrived, "still here");

      assertThat(read(dialler, 10)).isEqualTo("still here");
    }
  }

  @Nested
  class WhenDialling {
    @Test
    void knowsBothEnds() {
      Listener listener = listen();
      Link dialler = dial(listener, new Greeting.Control());
      IncomingLink arrived = accept(listener);

      assertThat(dialler.remote()).isEqualTo(listener.endpoint());
      assertThat(arrived.local()).isEqualTo(listener.endpoint());
      assertThat(arrived.remote()).isEqualTo(dialler.local());
    }

    @Test
    void reachesNobodyWhereNobodyListens() {
      Listener listener = listen();
      listener.close();

      assertFails(
          FailureCode.UNREACHABLE,
          () -> transport().dial(listener.endpoint(), new Greeting.Control(), PATIENCE));
    }

    @Test
    void doesNotFindAHostThatNobodyKnows() {
      // A label of more than 63 characters is no name of the DNS (RFC 1035), so nobody is asked.
      Endpoint unknown = Endpoint.of("a".repeat(70) + ".invalid", 1);

      assertFails(
          FailureCode.NAME_UNKNOWN,
          () -> transport().dial(unknown, new Greeting.Control(), PATIENCE));
    }
  }

  @Nested
  class WhenGreeted {
    @Test
    void tellsALaneAndItsTicket() {
      byte[] value = new byte[LaneTicket.BYTES];
      new Random(2).nextBytes(value);
      Greeting.Lane lane = new Greeting.Lane(new LaneTicket(value));
      Listener listener = listen();
      Link dialler = dial(listener, lane);
      write(dialler, "first");
      IncomingLink arrived = accept(listener);

      assertThat(arrived.greeting(PATIENCE)).isEqualTo(lane);
      assertThat(read(arrived, 5)).isEqualTo("first");
    }

    @Test
    void tellsControlAndLeavesAHandshakeUnread() {
      // The first byte of a TLS record that holds a handshake (RFC 8446, section 5.1).
      String record = "\u0016\u0003\u0001...";
      Listener listener = listen();
      write(dial(listener, new Greeting.Control()), record);
      IncomingLink arrived = accept(listener);

      assertThat(arrived.greeting(PATIENCE)).isEqualTo(new Greeting.Control());
      assertThat(read(arrived, record.length())).isEqualTo(record);
    }

    @Test
    void refusesWhatIsNoGreeting() {
      Listener listener = listen();
      write(opened(strangerDials(listener.endpoint())), "GET / HTTP/1.1\r\n\r\n");
      IncomingLink arrived = accept(listener);

      assertFails(FailureCode.PROTOCOL_VIOLATION, () -> arrived.greeting(PATIENCE));
    }

    @Test
    void doesNotWaitForSilenceForEver() {
      Listener listener = listen();
      opened(strangerDials(listener.endpoint()));
      IncomingLink arrived = accept(listener);

      assertFails(FailureCode.TIMED_OUT, () -> arrived.greeting(IMPATIENCE));
    }

    @Test
    void isBrokenWhenItEndsEarly() {
      Listener listener = listen();
      strangerDials(listener.endpoint()).close();
      IncomingLink arrived = accept(listener);

      assertFails(FailureCode.LINK_BROKEN, () -> arrived.greeting(PATIENCE));
    }

    @Test
    void isClosedWhenTheLinkIs() {
      Listener listener = listen();
      opened(strangerDials(listener.endpoint()));
      IncomingLink arrived = accept(listener);
      arrived.close();

      assertFails(FailureCode.CLOSED, () -> arrived.greeting(PATIENCE));
    }

    @Test
    void isGreetedOnce() {
      Listener listener = listen();
      dial(listener, new Greeting.Lane(new LaneTicket(new byte[LaneTicket.BYTES])));
      IncomingLink arrived = accept(listener);
      arrived.greeting(PATIENCE);

      assertThatThrownBy(() -> arrived.greeting(PATIENCE))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
