package io.localstream.adapters.socket;

import io.localstream.domain.port.Lookout;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/** Takes what JmDNS hears, as soon as it is complete. Thread-safe. */
final class SiteListener implements ServiceListener {
  /** JmDNS keeps something for each name, and asks the network about it. */
  private static final int MAX_NAMES = 4 * Lookout.MAX_HEARD;

  private static final int MAX_ASKED = 32;
  private static final long ANSWER_MILLIS = 1_000;

  private final HeardServices heard;
  private final SiteThreads threads;
  private final Runnable stir;
  private final AtomicInteger names = new AtomicInteger();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  SiteListener(HeardServices heard, SiteThreads threads, Runnable stir) {
    this.heard = heard;
    this.threads = threads;
    this.stir = stir;
  }

  /**
   * Mostly the rest follows at once; of what JmDNS knew before, it tells the rest only if asked.
   */
  @Override
  public void serviceAdded(ServiceEvent event) {
    String name = event.getName();
    if (names.incrementAndGet() > MAX_NAMES) {
      threads.fail();
    } else if (event.getInfo().hasData()) {
      take(name, event.getInfo());
    } else if (heard.lacks(name) && asked.size() < MAX_ASKED && asked.add(name)) {
      Background.run("question about an announcement", () -> ask(event.getDNS(), name));
    }
  }

  private void ask(JmDNS dns, String name) {
    try {
      // A JmDNS that is closed would start threads anew.
      if (!threads.hasFailed()) {
        ServiceInfo info = dns.getServiceInfo(AnnouncementForm.SERVICE, name, false, ANSWER_MILLIS);
        if (info != null) {
          take(name, info);
        }
      }
    } finally {
      asked.remove(name);
    }
  }

  private void take(String name, ServiceInfo info) {
    if (info.hasData()) {
      heard.take(name, info.getPort(), info.getTextBytes(), info.getInetAddresses());
      stir.run();
    }
  }

  @Override
  public void serviceRemoved(ServiceEvent event) {
    heard.drop(event.getName());
    stir.run();
  }

  @Override
  public void serviceResolved(ServiceEvent event) {
    take(event.getName(), event.getInfo());
  }
}
