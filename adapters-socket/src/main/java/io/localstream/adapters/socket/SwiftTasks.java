package io.localstream.adapters.socket;

import java.net.InetAddress;
import java.util.TimerTask;
import javax.jmdns.impl.DNSIncoming;
import javax.jmdns.impl.DNSTaskStarter;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.ServiceInfoImpl;
import javax.jmdns.impl.tasks.RecordReaper;
import javax.jmdns.impl.tasks.Responder;
import javax.jmdns.impl.tasks.resolver.ServiceInfoResolver;
import javax.jmdns.impl.tasks.resolver.ServiceResolver;
import javax.jmdns.impl.tasks.resolver.TypeResolver;
import javax.jmdns.impl.tasks.state.Announcer;
import javax.jmdns.impl.tasks.state.Canceler;
import javax.jmdns.impl.tasks.state.Prober;
import javax.jmdns.impl.tasks.state.Renewer;

/**
 * Starts the tasks of one JmDNS, which asks for such a starter of its user's, with {@link
 * SwiftTimer}. Also notices where JmDNS ends itself, or is made to remember too much.
 */
final class SwiftTasks implements DNSTaskStarter {
  /** So many records are some hundred devices' with all that they announce. */
  private static final int MAX_RECORDS = 4_096;

  private static final long LOOK_MILLIS = 250;

  private final JmDNSImpl dns;
  private final SiteThreads threads;
  private final SwiftTimer timer;
  private final SwiftTimer stateTimer;

  SwiftTasks(JmDNSImpl dns, SiteThreads threads) {
    this.dns = dns;
    this.threads = threads;
    timer = new SwiftTimer(dns.getName() + " tasks");
    stateTimer = new SwiftTimer(dns.getName() + " state");
    if (threads.hasFailed()) {
      // It is closed already, and somebody who did not know asked it something: that must not last.
      timer.cancel();
      stateTimer.cancel();
    }
  }

  /** For each JmDNS that is made from {@link SiteThreads}, and for no other of this process. */
  static void install() {
    Factory.ClassDelegate others = Factory.classDelegate();
    Factory.setClassDelegate(dns -> {
      if (Thread.currentThread().getThreadGroup() instanceof SiteThreads threads) {
        return threads.tasks(dns);
      }
      return others == null ? null : others.newDNSTaskStarter(dns);
    });
  }

  @Override
  public void purgeTimer() {
    timer.purge();
  }

  @Override
  public void purgeStateTimer() {
    stateTimer.purge();
  }

  /** What JmDNS does first when it is closed; it also closes itself when it can't answer. */
  @Override
  public void cancelTimer() {
    timer.cancel();
    threads.fail();
  }

  @Override
  public void cancelStateTimer() {
    stateTimer.cancel();
  }

  @Override
  public void startProber() {
    new Prober(dns).start(stateTimer);
  }

  @Override
  public void startAnnouncer() {
    new Announcer(dns).start(stateTimer);
  }

  @Override
  public void startRenewer() {
    new Renewer(dns).start(stateTimer);
  }

  @Override
  public void startCanceler() {
    new Canceler(dns).start(stateTimer);
  }

  @Override
  public void startReaper() {
    new RecordReaper(dns).start(timer);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (dns.getCache().allValues().size() > MAX_RECORDS) {
              threads.fail();
            }
          }
        },
        LOOK_MILLIS,
        LOOK_MILLIS);
  }

  @Override
  public void startServiceInfoResolver(ServiceInfoImpl info) {
    new ServiceInfoResolver(dns, info).start(timer);
  }

  @Override
  public void startTypeResolver() {
    new TypeResolver(dns).start(timer);
  }

  @Override
  public void startServiceResolver(String type) {
    new ServiceResolver(dns, type).start(timer);
  }

  @Override
  public void startResponder(DNSIncoming query, InetAddress source, int port) {
    new Responder(dns, query, source, port).start(timer);
  }
}
