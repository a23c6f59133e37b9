package io.localstream.adapters.socket;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;

/** One JmDNS on one address, with the means to notice its end, and to end it soon. */
final class SiteJmDns {
  private static final Duration LONGEST_END = Duration.ofMillis(800);
  private static final long NUDGE_MILLIS = 20;

  static {
    // What a device announced that is gone without a word is forgotten after so many seconds (RFC
    // 6762, section 10). JmDNS would take an hour; it reads this when its classes are loaded.
    if (System.getProperty("net.dns.ttl") == null) {
      System.setProperty("net.dns.ttl", "120");
    }
    SwiftTasks.install();
  }

  private final SiteThreads threads;
  private final JmDNS dns;

  /**
   * @param stir is run when it has failed
   */
  SiteJmDns(SitePlace place, String host, Runnable stir) throws IOException, InterruptedException {
    SiteThreads group = new SiteThreads(host, stir);
    threads = group;
    dns = group.make(() -> JmDNS.create(place.named(), host));
    dns.setDelegate((_, _) -> group.fail());
  }

  JmDNS dns() {
    return dns;
  }

  SiteThreads threads() {
    return threads;
  }

  /** Withdraws all and ends. What takes longer goes on in the background. */
  void close() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    threads.fail();
    Background.run("end of " + dns.getName(), () -> end(ended));
    Deadline deadline = Deadline.in(LONGEST_END);
    while (!ended.await(NUDGE_MILLIS, TimeUnit.MILLISECONDS) && !deadline.isOver()) {
      synchronized (dns) {
        // JmDNS waits for this, or a second, until its listener has ended, which does not tell.
        dns.notifyAll();
      }
    }
  }

  private void end(CountDownLatch ended) {
    try {
      dns.close();
    } catch (IOException e) {
      // Nobody is left who could do better.
      return;
    } finally {
      ended.countDown();
    }
  }
}
