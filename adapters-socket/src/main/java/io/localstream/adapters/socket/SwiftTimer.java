package io.localstream.adapters.socket;

import java.util.TimerTask;
import java.util.concurrent.ThreadLocalRandom;
import javax.jmdns.impl.DNSTaskStarter;
import javax.jmdns.impl.tasks.RecordReaper;
import javax.jmdns.impl.tasks.resolver.DNSResolverTask;
import javax.jmdns.impl.tasks.state.Announcer;
import javax.jmdns.impl.tasks.state.Canceler;
import javax.jmdns.impl.tasks.state.Prober;

/**
 * Times for the tasks of JmDNS as RFC 6762 has them. JmDNS takes up to four times as long to say
 * that it is there, and people wait for that. Keeps no process alive.
 */
final class SwiftTimer extends DNSTaskStarter.DNSTaskStarterImpl.StarterTimer {
  /** Between two probes, and after the last (section 8.1). The random wait before is left out. */
  private static final long PROBE_MILLIS = 250;

  /** Somebody claims the names again and again: then slowly (section 8.1). */
  private static final int MANY_PROBES = 10;

  private static final long GOODBYE_MILLIS = 100;

  /** Waits for the first question are random, so that not all ask at once (section 5.2). */
  private static final long FIRST_QUESTION_MILLIS = 20;

  private static final long LAST_QUESTION_MILLIS = 120;

  /** What was withdrawn counts for another second, so that is how often to look (section 10.1). */
  private static final long REAP_MILLIS = 1_000;

  SwiftTimer(String name) {
    super(name, true);
  }

  @Override
  public synchronized void schedule(TimerTask task, long delay, long period) {
    switch (task) {
      case Prober probe when probe.getDns().getThrottle() < MANY_PROBES ->
          super.schedule(task, 0, PROBE_MILLIS);
      case Announcer _ -> super.schedule(task, PROBE_MILLIS, period);
      case Canceler _ -> super.schedule(task, 0, GOODBYE_MILLIS);
      case DNSResolverTask _ -> super.schedule(task, questionDelay(), period);
      case RecordReaper _ -> super.schedule(task, REAP_MILLIS, REAP_MILLIS);
      default -> super.schedule(task, delay, period);
    }
  }

  private static long questionDelay() {
    return ThreadLocalRandom.current().nextLong(FIRST_QUESTION_MILLIS, LAST_QUESTION_MILLIS);
  }
}
