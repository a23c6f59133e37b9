package io.localstream.adapters.socket;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/**
 * Announces something and listens for it: what keeps that from being heard keeps everything else
 * from it, too. It is a service of a kind that nobody looks for.
 */
final class DnsSdEcho {
  private static final String SERVICE = "_localstream-echo._tcp.local.";
  private static final int CHARS = 8;
  private static final int DISCARD_PORT = 9;

  private DnsSdEcho() {}

  static Optional<Duration> on(String interfaceName, Deadline deadline)
      throws InterruptedException {
    Optional<SitePlace> place = SitePlace.on(interfaceName);
    return place.isEmpty() ? Optional.empty() : on(place.get(), deadline);
  }

  private static Optional<Duration> on(SitePlace place, Deadline deadline)
      throws InterruptedException {
    String name = "echo-" + UUID.randomUUID().toString().substring(0, CHARS);
    CountDownLatch heard = new CountDownLatch(1);
    try {
      SiteJmDns jmdns = new SiteJmDns(place, name, () -> {});
      try {
        jmdns.dns().addServiceListener(SERVICE, new Listener(name, heard));
        long start = System.nanoTime();
        jmdns.dns().registerService(ServiceInfo.create(SERVICE, name, DISCARD_PORT, name));
        return heard.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
            ? Optional.of(Duration.ofNanos(System.nanoTime() - start))
            : Optional.empty();
      } finally {
        jmdns.close();
      }
    } catch (IOException e) {
      // Nothing can be announced there, which is what was asked.
      return Optional.empty();
    }
  }

  private record Listener(String name, CountDownLatch heard) implements ServiceListener {
    @Override
    public void serviceAdded(ServiceEvent event) {
      if (event.getName().equals(name)) {
        heard.countDown();
      }
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      // It is only made once.
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      // Whoever resolves it has heard of it.
    }
  }
}
