package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static io.localstream.domain.port.contract.Failures.inBackground;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Link} promises. */
public abstract class LinkContract {
  /** Long enough for anything that is expected to happen. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Short, for what is expected not to happen. */
  private static final Duration IMPATIENCE = Duration.ofMillis(40);

  /** More than any network holds on its way. */
  private static final int FLOOD_BYTES = 64 << 20;

  private final List<Link> opened = new ArrayList<>();

  /** Both ends of a link. */
  public record Ends(Link near, Link far) {}

  /** A link on which nothing has been sent; closed by the contract. */
  protected abstract Ends connect();

  @AfterEach
  void closeAll() {
    opened.forEach(Link::close);
  }

  private Ends connected() {
    Ends ends = connect();
    opened.addAll(List.of(ends.near(), ends.far()));
    return ends;
  }

  private static void write(Link link, String text) {
    link.write(ByteBuffer.wrap(text.getBytes(UTF_8)), PATIENCE);
  }

  private static String read(Link link, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      assertThat(link.read(buffer, PATIENCE)).isPositive();
    }
    return new String(buffer.array(), UTF_8);
  }

  private static int readOnce(Link link, Duration timeout) {
    return link.read(ByteBuffer.allocate(10), timeout);
  }

  @Test
  void knowsBothEnds() {
    Ends ends = connected();

    assertThat(ends.near().local()).isEqualTo(ends.far().remote());
    assertThat(ends.near().remote()).isEqualTo(ends.far().local());
  }

  @Test
  void carriesBytesBothWays() {
    Ends ends = connected();
    write(ends.near(), "ping");
    write(ends.far(), "pong!");

    assertThat(read(ends.far(), 4)).isEqualTo("ping");
    assertThat(read(ends.near(), 5)).isEqualTo("pong!");
  }

  @Test
  void carriesManyBytesInOrder() throws Exception {
    byte[] content = new byte[5_000_001];
    new Random(3).nextBytes(content);
    Ends ends = connected();
    ByteBuffer source = ByteBuffer.wrap(content);
    Future<?> writing =
        inBackground(() -> {
          ends.near().write(source, PATIENCE);
          return source.position();
        });

    ByteBuffer arrived = ByteBuffer.allocate(content.length);
    while (arrived.hasRemaining()) {
      assertThat(ends.far().read(arrived, PATIENCE)).isPositive();
    }

    assertThat(Arrays.equals(arrived.array(), content)).isTrue();
    assertThat(writing.get()).isEqualTo(content.length);
  }

  @Test
  void readsIntoTheMiddleOfABuffer() {
    Ends ends = connected();
    write(ends.near(), "abc");
    ByteBuffer array = ByteBuffer.allocate(20);
    ByteBuffer buffer = array.slice(4, 10).position(2);
    while (buffer.position() < 5) {
      int before = buffer.position();
      int read = ends.far().read(buffer, PATIENCE);
      assertThat(buffer.position()).isEqualTo(before + read);
    }

    assertThat(new String(array.array(), 6, 3, UTF_8)).isEqualTo("abc");
  }

  @Test
  void writesFromTheMiddleOfABuffer() {
    Ends ends = connected();
    ByteBuffer buffer = ByteBuffer.wrap("__abc__".getBytes(UTF_8)).slice(1, 5).position(1);
    buffer.limit(4);
    ends.near().write(buffer, PATIENCE);

    assertThat(read(ends.far(), 3)).isEqualTo("abc");
    assertThat(buffer.position()).isEqualTo(4);
  }

  @Test
  void canBeReadAgainAfterATimeout() {
    Ends ends = connected();
    assertFails(FailureCode.TIMED_OUT, () -> readOnce(ends.far(), IMPATIENCE));
    write(ends.near(), "late");

    assertThat(read(ends.far(), 4)).isEqualTo("late");
  }

  @Test
  void endsInOrderAfterTheLastByteWhenTheOtherSideCloses() {
    Ends ends = connected();
    write(ends.near(), "bye");
    ends.near().close();

    assertThat(read(ends.far(), 3)).isEqualTo("bye");
    assertThat(readOnce(ends.far(), PATIENCE)).isEqualTo(-1);
    assertThat(readOnce(ends.far(), PATIENCE)).isEqualTo(-1);
  }

  @Test
  void canNotBeUsedOnceClosedHere() {
    Link link = connected().near();
    link.close();

    assertFails(FailureCode.CLOSED, () -> readOnce(link, PATIENCE));
    assertFails(FailureCode.CLOSED, () -> write(link, "x"));
  }

  @Test
  void canBeClosedTwice() {
    Link link = connected().near();
    link.close();
    link.close();
  }

  @Test
  void wakesWhoeverReadsWhenClosed() {
    Link link = connected().near();
    Future<?> reading = inBackground(() -> readOnce(link, PATIENCE));
    link.close();

    assertFails(FailureCode.CLOSED, reading);
  }

  @Test
  void wakesWhoeverWritesWhenClosed() {
    Link link = connected().near();
    Future<?> writing =
        inBackground(() -> {
          link.write(ByteBuffer.allocate(FLOOD_BYTES), PATIENCE);
          return link;
        });
    link.close();

    assertFails(FailureCode.CLOSED, writing);
  }

  @Test
  void givesUpWritingToOneWhoDoesNotRead() {
    Link link = connected().near();

    assertFails(
        FailureCode.TIMED_OUT,
        () -> link.write(ByteBuffer.allocate(FLOOD_BYTES), Duration.ofMillis(400)));
    assertThat(Failures.codeOf(() -> write(link, "x")))
        .isIn(FailureCode.LINK_BROKEN, FailureCode.CLOSED, FailureCode.TIMED_OUT);
  }

  @Test
  void isBrokenForOneWhoWritesToOneWhoIsGone() {
    Ends ends = connected();
    ends.far().close();

    assertFails(
        FailureCode.LINK_BROKEN,
        () -> ends.near().write(ByteBuffer.allocate(FLOOD_BYTES), PATIENCE));
  }
}
