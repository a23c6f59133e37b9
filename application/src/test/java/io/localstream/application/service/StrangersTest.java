package io.localstream.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Link;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersTest {
  private static final int MOST = 8;

  private final Strangers strangers = new Strangers(MOST);
  private final List<Door> all = new ArrayList<>();

  private Door enters(String host) {
    Door door = new Door(Endpoint.of(host, 1_024 + all.size()));
    all.add(door);
    strangers.enter(door);
    return door;
  }

  private long open() {
    return all.stream().filter(door -> !door.closed).count();
  }

  @Test
  void areNeverMoreThanTheyMay() {
    for (int i = 0; i < 100; i++) {
      enters("192.168.1." + i % 20);
    }
    assertThat(open()).isEqualTo(MOST);
  }

  @Test
  void loseTheOldestWhereAllComeFromOneAddress() {
    Door first = enters("192.168.1.66");
    for (int i = 0; i < MOST; i++) {
      enters("192.168.1.66");
    }
    assertThat(first.closed).isTrue();
    assertThat(all.subList(1, MOST + 1)).noneMatch(door -> door.closed);
  }

  @Test
  void whoComesAloneStaysHoweverManyComeFromElsewhere() {
    Door honest = enters("192.168.1.7");
    for (int i = 0; i < 1_000; i++) {
      enters("192.168.1." + (66 + i % 4));
    }
    assertThat(honest.closed).isFalse();
  }

  @Test
  void whoComesAloneIsLetInWhereACrowdIsAlready() {
    for (int i = 0; i < 1_000; i++) {
      enters("192.168.1.66");
    }
    Door honest = enters("192.168.1.7");
    assertThat(honest.closed).isFalse();
    assertThat(open()).isEqualTo(MOST);
  }

  @Test
  void whoHasLeftTakesNoPlace() {
    Door known = enters("192.168.1.7");
    strangers.leave(known);
    for (int i = 0; i < 100; i++) {
      enters("192.168.1." + i);
    }
    assertThat(known.closed).isFalse();
  }

  /** A link on which nothing is said. */
  private static final class Door implements Link {
    private final Endpoint remote;
    private boolean closed;

    Door(Endpoint remote) {
      this.remote = remote;
    }

    @Override
    public Endpoint local() {
      return Endpoint.of("192.168.1.1", 7_117);
    }

    @Override
    public Endpoint remote() {
      return remote;
    }

    @Override
    public int read(ByteBuffer destination, Duration timeout) {
      return -1;
    }

    @Override
    public void write(ByteBuffer source, Duration timeout) {
      source.position(source.limit());
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
