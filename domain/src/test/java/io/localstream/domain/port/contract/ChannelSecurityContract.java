package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.fake.PipedLinks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link ChannelSecurity} and its {@link SecureChannel}s promise. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class ChannelSecurityContract {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration BRIEF = Duration.ofMillis(20);
  private static final int EXPORTED_BYTES = 32;
  private static final byte[] FIRST = "the first words".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SECOND = "the second words".getBytes(StandardCharsets.US_ASCII);

  /** The subject of a device, and what it presents itself as. */
  public record Party(ChannelSecurity security, PeerCredentials credentials) {}

  /** The device that dials. */
  protected abstract Party initiator();

  /** The device that listens, another one. */
  protected abstract Party responder();

  @Nested
  class Handshake {
    private final PipedLinks links = PipedLinks.connected();

    @Test
    void tellsEachSideWhoTheOtherIs() throws Exception {
      try (Channels channels = new Channels()) {
        assertThat(channels.dialled.peer()).isEqualTo(responder().credentials());
        assertThat(channels.accepted.peer()).isEqualTo(initiator().credentials());
      }
    }

    @Test
    void keepsTheEndpointsOfTheLink() throws Exception {
      try (Channels channels = new Channels()) {
        assertThat(channels.dialled.remote()).isEqualTo(channels.accepted.local());
        assertThat(channels.accepted.remote()).isEqualTo(channels.dialled.local());
      }
    }

    @Test
    void endsInTimeWhenNobodyAnswers() {
      assertFails(
          FailureCode.TIMED_OUT, () -> initiator().security().initiate(links.first(), BRIEF));
      assertClosed(links.first());
      PipedLinks others = PipedLinks.connected();
      assertFails(
          FailureCode.TIMED_OUT, () -> responder().security().respond(others.second(), BRIEF));
      assertClosed(others.second());
    }

    @Test
    void isNotStretchedByAPeerWhoAnswersByteByByte() throws Exception {
      start(() -> responder().security().respond(links.second(), LONG));
      Link slow = new TricklingLink(links.first());
      assertFails(FailureCode.TIMED_OUT, () -> initiator().security().initiate(slow, BRIEF));
      assertClosed(links.first());
    }

    @Test
    void failsWhenThePeerHangsUp() {
      links.second().close();
      assertFails(
          FailureCode.LINK_BROKEN, () -> initiator().security().initiate(links.first(), LONG));
      assertFails(FailureCode.CLOSED, () -> responder().security().respond(links.second(), LONG));
    }

    @Test
    void failsWhenThePeerSpeaksSomethingElse() {
      ByteBuffer http =
          ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".repeat(50).getBytes(StandardCharsets.US_ASCII));
      links.second().write(http.duplicate(), LONG);
      assertFails(
          FailureCode.HANDSHAKE_FAILED, () -> initiator().security().initiate(links.first(), LONG));
      assertClosed(links.first());
      PipedLinks others = PipedLinks.connected();
      others.first().write(http, LONG);
      assertFails(
          FailureCode.HANDSHAKE_FAILED,
          () -> responder().security().respond(others.second(), LONG));
      assertClosed(others.second());
    }

    @Test
    void failsWhenBothSidesHaveDialled() {
      FutureTask<SecureChannel> peer =
          start(() -> responder().security().initiate(links.second(), LONG));
      assertFails(
          FailureCode.HANDSHAKE_FAILED, () -> initiator().security().initiate(links.first(), LONG));
      assertThat(peer).failsWithin(LONG);
    }

    private void assertClosed(Link link) {
      assertFails(FailureCode.CLOSED, () -> link.read(ByteBuffer.allocate(1), LONG));
    }
  }

  @Nested
  class Open {
    @Test
    void passesBytesBothWays() throws Exception {
      try (Channels channels = new Channels()) {
        write(channels.dialled, FIRST);
        write(channels.accepted, SECOND);
        assertThat(read(channels.accepted, FIRST.length)).isEqualTo(FIRST);
        assertThat(read(channels.dialled, SECOND.length)).isEqualTo(SECOND);
      }
    }

    @Test
    void readsNoMoreThanFits() throws Exception {
      try (Channels channels = new Channels()) {
        write(channels.dialled, FIRST);
        ByteBuffer small = ByteBuffer.allocate(8).position(2).limit(5);
        assertThat(channels.accepted.read(small, LONG)).isEqualTo(3);
        assertThat(small.position()).isEqualTo(5);
        assertThat(read(channels.accepted, FIRST.length - 3))
            .isEqualTo(Arrays.copyOfRange(FIRST, 3, FIRST.length));
      }
    }

    @Test
    void passesManyBytesBothWaysAtOnce() throws Exception {
      byte[] forth = new byte[3_000_000];
      byte[] back = new byte[2_000_001];
      new Random(1).nextBytes(forth);
      new Random(2).nextBytes(back);
      try (Channels channels = new Channels()) {
        FutureTask<byte[]> arrivedForth = start(() -> read(channels.accepted, forth.length));
        FutureTask<byte[]> arrivedBack = start(() -> read(channels.dialled, back.length));
        FutureTask<byte[]> sentBack = start(() -> write(channels.accepted, back));
        write(channels.dialled, forth);
        assertThat(arrivedForth.get()).isEqualTo(forth);
        assertThat(arrivedBack.get()).isEqualTo(back);
        assertThat(sentBack.get()).isEqualTo(back);
      }
    }

    @Test
    void staysUsableWhenNothingCameInTime() throws Exception {
      try (Channels channels = new Channels()) {
        assertFails(FailureCode.TIMED_OUT, () -> read(channels.accepted, BRIEF));
        write(channels.dialled, FIRST);
        assertThat(read(channels.accepted, FIRST.length)).isEqualTo(FIRST);
      }
    }

    @Test
    void staysUsableWhenOnlyAPartCameInTime() throws Exception {
      try (Channels channels = new Channels()) {
        byte[][] rest = new byte[1][];
        channels.wire.attack(bytes -> {
          rest[0] = Arrays.copyOfRange(bytes, 7, bytes.length);
          return List.of(Arrays.copyOf(bytes, 7));
        });
        write(channels.dialled, FIRST);
        assertFails(FailureCode.TIMED_OUT, () -> read(channels.accepted, BRIEF));
        channels.wire.attack(List::of);
        channels.wire.write(ByteBuffer.wrap(rest[0]), LONG);
        write(channels.dialled, SECOND);
        assertThat(read(channels.accepted, FIRST.length)).isEqualTo(FIRST);
        assertThat(read(channels.accepted, SECOND.length)).isEqualTo(SECOND);
      }
    }

    @Test
    void cannotBeWrittenToOnceAWriteTimedOut() throws Exception {
      try (Channels channels = new Channels()) {
        byte[] tooMuch = new byte[4 * PipedLinks.CAPACITY_BYTES];
        assertFails(
            FailureCode.TIMED_OUT, () -> channels.dialled.write(ByteBuffer.wrap(tooMuch), BRIEF));
        assertFails(FailureCode.LINK_BROKEN, () -> write(channels.dialled, FIRST));
      }
    }
  }

  @Nested
  class Exported {
    @Test
    void isTheSameAtBothEnds() throws Exception {
      try (Channels channels = new Channels()) {
        assertThat(channels.dialled.binding())
            .hasSize(EXPORTED_BYTES)
            .isEqualTo(channels.accepted.binding());
        assertThat(channels.dialled.sessionSecret())
            .hasSize(EXPORTED_BYTES)
            .isEqualTo(channels.accepted.sessionSecret());
      }
    }

    @Test
    void differsFromChannelToChannel() throws Exception {
      try (Channels channels = new Channels();
          Channels others = new Channels()) {
        assertThat(channels.dialled.binding()).isNotEqualTo(others.dialled.binding());
        assertThat(channels.dialled.sessionSecret()).isNotEqualTo(others.dialled.sessionSecret());
      }
    }

    @Test
    void tellsNothingOfTheSecretInTheBinding() throws Exception {
      try (Channels channels = new Channels()) {
        assertThat(channels.dialled.binding()).isNotEqualTo(channels.dialled.sessionSecret());
      }
    }

    @Test
    void isGivenOutAsACopy() throws Exception {
      try (Channels channels = new Channels()) {
        Arrays.fill(channels.dialled.binding(), (byte) 0);
        Arrays.fill(channels.dialled.sessionSecret(), (byte) 0);
        assertThat(channels.dialled.binding()).isEqualTo(channels.accepted.binding());
        assertThat(channels.dialled.sessionSecret()).isEqualTo(channels.accepted.sessionSecret());
      }
    }

    @Test
    void staysWhileTheChannelIsUsed() throws Exception {
      try (Channels channels = new Channels()) {
        byte[] before = channels.accepted.binding();
        write(channels.dialled, FIRST);
        read(channels.accepted, FIRST.length);
        assertThat(channels.accepted.binding()).isEqualTo(before);
      }
    }
  }

  @Nested
  class Ended {
    @Test
    void inOrderByThePeer() throws Exception {
      try (Channels channels = new Channels()) {
        write(channels.dialled, FIRST);
        channels.dialled.close();
        assertThat(read(channels.accepted, FIRST.length)).isEqualTo(FIRST);
        assertThat(read(channels.accepted, LONG)).isEqualTo(-1);
        assertThat(read(channels.accepted, LONG)).isEqualTo(-1);
      }
    }

    @Test
    void bySomebodyWhoCutTheWire() throws Exception {
      try (Channels channels = new Channels()) {
        write(channels.dialled, FIRST);
        channels.wire.close();
        assertThat(read(channels.accepted, FIRST.length)).isEqualTo(FIRST);
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
      }
    }

    @Test
    void bySomebodyWhoCutTheWireWithinARecord() throws Exception {
      try (Channels channels = new Channels()) {
        channels.wire.attack(bytes -> List.of(Arrays.copyOf(bytes, 7)));
        write(channels.dialled, FIRST);
        channels.wire.close();
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
      }
    }

    @Test
    void byThisSide() throws Exception {
      try (Channels channels = new Channels()) {
        channels.accepted.close();
        channels.accepted.close();
        assertFails(FailureCode.CLOSED, () -> read(channels.accepted, LONG));
        assertFails(FailureCode.CLOSED, () -> write(channels.accepted, FIRST));
      }
    }

    @Test
    void byThisSideWhileItReads() throws Exception {
      try (Channels channels = new Channels()) {
        FutureTask<Integer> reader = start(() -> read(channels.accepted, LONG));
        channels.accepted.close();
        assertFails(FailureCode.CLOSED, () -> outcome(reader));
      }
    }

    @Test
    void byThisSideWhileItWrites() throws Exception {
      try (Channels channels = new Channels()) {
        byte[] tooMuch = new byte[4 * PipedLinks.CAPACITY_BYTES];
        FutureTask<byte[]> writer = start(() -> write(channels.dialled, tooMuch));
        read(channels.accepted, 1);
        channels.dialled.close();
        assertFails(FailureCode.CLOSED, () -> outcome(writer));
      }
    }

    @Test
    void closesTheLink() throws Exception {
      try (Channels channels = new Channels()) {
        channels.dialled.close();
        assertFails(FailureCode.CLOSED, () -> channels.wire.write(ByteBuffer.wrap(FIRST), LONG));
      }
    }
  }

  @Nested
  class Attacked {
    @Test
    void noticesAlteredBytes() throws Exception {
      assertNoticed(bytes -> {
        bytes[bytes.length - 1] ^= 1;
        return List.of(bytes);
      });
    }

    @Test
    void noticesRepeatedBytes() throws Exception {
      try (Channels channels = new Channels()) {
        channels.wire.attack(bytes -> List.of(bytes, bytes));
        write(channels.dialled, FIRST);
        assertThat(read(channels.accepted, FIRST.length)).isEqualTo(FIRST);
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
      }
    }

    @Test
    void noticesBytesInAnotherOrder() throws Exception {
      List<byte[]> held = new ArrayList<>();
      assertNoticed(bytes -> {
        held.addFirst(bytes);
        return held.size() == 2 ? held : List.of();
      });
    }

    @Test
    void noticesDroppedBytes() throws Exception {
      List<byte[]> dropped = new ArrayList<>();
      assertNoticed(bytes -> {
        dropped.add(bytes);
        return dropped.size() == 1 ? List.of() : List.of(bytes);
      });
    }

    @Test
    void noticesInventedBytes() throws Exception {
      assertNoticed(_ -> List.of(new byte[100]));
    }

    private void assertNoticed(Function<byte[], List<byte[]>> attack) throws Exception {
      try (Channels channels = new Channels()) {
        channels.wire.attack(attack);
        write(channels.dialled, FIRST);
        write(channels.dialled, SECOND);
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
        assertFails(FailureCode.LINK_BROKEN, () -> read(channels.accepted, LONG));
      }
    }
  }

  private static byte[] write(Link link, byte[] bytes) {
    link.write(ByteBuffer.wrap(bytes), LONG);
    return bytes;
  }

  private static int read(Link link, Duration timeout) {
    return link.read(ByteBuffer.allocate(100), timeout);
  }

  private static byte[] read(Link link, int count) {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      assertThat(link.read(buffer, LONG)).isPositive();
    }
    return buffer.array();
  }

  private static <T> FutureTask<T> start(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    Thread.startVirtualThread(task);
    return task;
  }

  private static void outcome(FutureTask<?> task) throws Throwable {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  /** Both ends of a secure channel, and the wire on which the initiator's bytes travel. */
  private final class Channels implements AutoCloseable {
    private final TamperingLink wire;
    private final SecureChannel dialled;
    private final SecureChannel accepted;

    Channels() throws Exception {
      PipedLinks links = PipedLinks.connected();
      wire = new TamperingLink(links.first());
      FutureTask<SecureChannel> peer =
          start(() -> responder().security().respond(links.second(), LONG));
      dialled = initiator().security().initiate(wire, LONG);
      accepted = peer.get();
    }

    @Override
    public void close() {
      dialled.close();
      accepted.close();
    }
  }
}
