package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A local network on which announcements are heard at once by all devices but the one that makes
 * them. Each device has a {@link Discovery} of its own, from {@link Air#device}. Safe for several
 * threads.
 */
public final class InMemoryDiscovery implements Discovery {
  private static final int SHARE = 16;

  private final Air air;

  /** What all devices of a test's network share. */
  public static final class Air {
    private final Map<Object, Said> said = new LinkedHashMap<>();

    private record Said(InMemoryDiscovery by, Announcement what) {}

    /** The discovery of one more device. */
    public InMemoryDiscovery device() {
      return new InMemoryDiscovery(this);
    }

    private synchronized void put(Object key, Said what) {
      said.put(key, what);
      notifyAll();
    }

    private synchronized void remove(Object key) {
      said.remove(key);
      notifyAll();
    }

    private synchronized void removeAll(InMemoryDiscovery by) {
      said.values().removeIf(each -> each.by() == by);
      notifyAll();
    }

    private synchronized List<Announcement> heardBy(
        InMemoryDiscovery listener, List<DeviceId> expected) {
      List<Announcement> known = new ArrayList<>();
      Map<InMemoryDiscovery, List<Announcement>> others = new LinkedHashMap<>();
      for (Said each : said.values()) {
        if (each.by() != listener && !isLoopback(each.what())) {
          boolean waitedFor = expected.contains(each.what().id());
          (waitedFor ? known : others.computeIfAbsent(each.by(), _ -> new ArrayList<>()))
              .add(each.what());
        }
      }
      return Stream.concat(known.stream(), inTurns(List.copyOf(others.values()))).toList();
    }

    /** No one device holds more than a share of what is kept. */
    private static Stream<Announcement> inTurns(List<List<Announcement>> others) {
      return IntStream.range(0, SHARE)
          .boxed()
          .flatMap(turn ->
              others.stream().filter(some -> turn < some.size()).map(some -> some.get(turn)))
          .limit(Lookout.MAX_HEARD);
    }

    private static boolean isLoopback(Announcement what) {
      String host = what.endpoint().host().value();
      return host.startsWith("127.") || host.equals("::1");
    }

    private synchronized List<Announcement> awaitOther(
        InMemoryDiscovery listener,
        List<DeviceId> expected,
        List<Announcement> seen,
        Duration longest)
        throws InterruptedException {
      long deadline = System.nanoTime() + longest.toNanos();
      List<Announcement> heard = heardBy(listener, expected);
      while (heard.equals(seen) && System.nanoTime() < deadline) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(deadline - System.nanoTime(), 1));
        heard = heardBy(listener, expected);
      }
      return heard;
    }
  }

  private InMemoryDiscovery(Air air) {
    this.air = air;
  }

  @Override
  public Publication announce(Announcement what) {
    Object key = new Object();
    air.put(key, new Air.Said(this, what));
    return new Publication() {
      private boolean closed;

      @Override
      public synchronized void change(Announcement other) {
        if (!closed) {
          air.put(key, new Air.Said(InMemoryDiscovery.this, other));
        }
      }

      @Override
      public synchronized void close() {
        closed = true;
        air.remove(key);
      }
    };
  }

  @Override
  public Lookout watch(List<DeviceId> expected) {
    List<DeviceId> waitedFor = List.copyOf(expected);
    return new Lookout() {
      @Override
      public List<Announcement> heard() {
        return air.heardBy(InMemoryDiscovery.this, waitedFor);
      }

      @Override
      public List<Announcement> awaitOther(List<Announcement> seen, Duration longest)
          throws InterruptedException {
        return air.awaitOther(InMemoryDiscovery.this, waitedFor, seen, longest);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Optional<Duration> echo(LocalInterface where, Duration longest) {
    return where.loopback() ? Optional.empty() : Optional.of(Duration.ofMillis(1));
  }

  @Override
  public void close() {
    air.removeAll(this);
  }
}
