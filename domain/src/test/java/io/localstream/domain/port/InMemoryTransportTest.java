package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.contract.TransportContract;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.Interference;
import io.localstream.domain.port.fake.Interference.Direction;
import io.localstream.domain.transfer.LaneTicket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryTransportTest extends TransportContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InMemoryTransport transport = new InMemoryTransport();

  @Override
  protected Transport transport() {
    return transport;
  }

  @Override
  protected Link strangerDials(Endpoint remote) {
    return transport.dialAsStranger(remote);
  }

  @Nested
  class WhenThereAreSeveralMachines {
    private final InMemoryTransport first = new InMemoryTransport("192.168.1.7", "desk.local");
    private final InMemoryTransport second = first.neighbour("192.168.1.8");

    @Test
    void connectsThem() {
      try (Listener listener = first.listen(Endpoint.of("192.168.1.7", 8080));
          Link link = second.dial(listener.endpoint(), new Greeting.Control(), PATIENCE)) {
        assertThat(link.local().host().value()).isEqualTo("192.168.1.8");
      }
    }

    @Test
    void keepsTheirAddressesApart() {
      assertCode(
          FailureCode.ADDRESS_NOT_LOCAL, () -> second.listen(Endpoint.of("192.168.1.7", 8080)));
    }

    @Test
    void listensOnAllAddressesWhereAskedTo() {
      try (Listener listener = first.listen(Endpoint.of("0.0.0.0", 0));
          Link link =
              second.dial(
                  Endpoint.of("desk.local", listener.endpoint().port()),
                  new Greeting.Control(),
                  PATIENCE)) {
        assertThat(link).isNotNull();
        assertCode(
            FailureCode.ADDRESS_IN_USE,
            () -> first.listen(Endpoint.of("192.168.1.7", listener.endpoint().port())));
      }
    }
  }

  @Nested
  class WhenInterferedWith {
    private final Interference interference = Interference.none().record();
    private final Listener listener = transport.listen(Endpoint.of("127.0.0.1", 0));

    private Link near() {
      transport.interfere(greeting ->
          switch (greeting) {
            case Greeting.Control _ -> Interference.none();
            case Greeting.Lane _ -> interference;
          });
      return transport.dial(
          listener.endpoint(),
          new Greeting.Lane(new LaneTicket(new byte[LaneTicket.BYTES])),
          PATIENCE);
    }

    private Link far() {
      return listener.accept(PATIENCE).orElseThrow();
    }

    private byte[] read(Link link, int length) {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      int read = link.read(buffer, PATIENCE);
      return Arrays.copyOf(buffer.array(), read);
    }

    @Test
    void seversAfterSoManyBytes() {
      interference.severAfter(Direction.FROM_DIALLER, 3);
      Link near = near();
      Link far = far();

      assertCode(FailureCode.LINK_BROKEN, () -> near.write(ByteBuffer.wrap(new byte[5]), PATIENCE));
      assertThat(read(far, 5)).hasSize(3);
      assertCode(FailureCode.LINK_BROKEN, () -> read(far, 5));
      assertCode(FailureCode.LINK_BROKEN, () -> far.write(ByteBuffer.allocate(1), PATIENCE));
      assertCode(FailureCode.LINK_BROKEN, () -> read(near, 5));
    }

    @Test
    void flipsABit() {
      interference.flipBitOf(Direction.TO_DIALLER, 4);
      Link near = near();
      Link far = far();
      far.write(ByteBuffer.wrap(new byte[3]), PATIENCE);
      far.write(ByteBuffer.wrap(new byte[3]), PATIENCE);

      assertThat(read(near, 6)).containsExactly(0, 0, 0, 0, 1, 0);
      assertThat(interference.recorded(Direction.TO_DIALLER)).containsExactly(0, 0, 0, 0, 0, 0);
    }

    @Test
    void seversWhenTold() {
      Link near = near();
      Link far = far();
      interference.sever();

      assertCode(FailureCode.LINK_BROKEN, () -> read(near, 1));
      assertCode(FailureCode.LINK_BROKEN, () -> read(far, 1));
    }

    @Test
    void countsAndRecordsEachDirection() {
      Link near = near();
      Link far = far();
      near.write(ByteBuffer.wrap(new byte[] {1, 2}), PATIENCE);
      far.write(ByteBuffer.wrap(new byte[] {3}), PATIENCE);

      assertThat(interference.recorded(Direction.FROM_DIALLER)).containsExactly(1, 2);
      assertThat(interference.recorded(Direction.TO_DIALLER)).containsExactly(3);
      assertThat(interference.passed(Direction.FROM_DIALLER)).isEqualTo(2);
    }

    @Test
    void belongsToOneLinkOnly() {
      near();

      assertThatThrownBy(this::near).isInstanceOf(IllegalStateException.class);
    }
  }

  private static void assertCode(FailureCode code, Runnable action) {
    LocalStreamException thrown = catchThrowableOfType(LocalStreamException.class, action::run);
    assertThat(thrown).isNotNull();
    assertThat(thrown.code()).isEqualTo(code);
  }
}
