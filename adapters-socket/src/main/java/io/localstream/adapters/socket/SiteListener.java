package io.localstream.adapters.socket;

import io.localstream.domain.port.Lookout;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.constants.DNSRecordClass;
import javax.jmdns.impl.constants.DNSRecordType;

/** Takes what JmDNS hears, as soon as it is complete. Thread-safe. */
final class SiteListener implements ServiceListener {
  /** JmDNS keeps something for each name, and asks the network about it. */
  private static final int MAX_NAMES = 4 * Lookout.MAX_HEARD;

  private static final int MAX_ASKED = 32;

  /** So many questions at once are about what one address says. */
  private static final int SHARE_OF_ASKED = 8;

  private static final long ANSWER_MILLIS = 1_000;

  private final HeardServices heard;
  private final SiteThreads threads;
  private final Runnable stir;
  private final AtomicInteger names = new AtomicInteger();

  /** The names that are asked about, with the address that said them. */
  private final Map<String, InetAddress> asked = new HashMap<>();

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
      take(event.getDNS(), name, event.getInfo());
    } else if (heard.lacks(name) && mayAsk(name, pointer(event))) {
      Background.run("question about an announcement", () -> ask(event.getDNS(), name));
    }
  }

  private synchronized boolean mayAsk(String name, InetAddress source) {
    long share = asked.values().stream().filter(source::equals).count();
    return asked.size() < MAX_ASKED
        && share < SHARE_OF_ASKED
        && asked.putIfAbsent(name, source) == null;
  }

  private synchronized void answered(String name) {
    asked.remove(name);
  }

  /** Who says that there is such an instance. */
  private static InetAddress pointer(ServiceEvent event) {
    String instance = event.getInfo().getQualifiedName();
    return event.getDNS() instanceof JmDNSImpl known
        ? known
            .getCache()
            .getDNSEntryList(
                AnnouncementForm.SERVICE, DNSRecordType.TYPE_PTR, DNSRecordClass.CLASS_ANY)
            .stream()
            .filter(DNSRecord.Pointer.class::isInstance)
            .map(DNSRecord.Pointer.class::cast)
            .filter(each -> each.getAlias().equalsIgnoreCase(instance))
            .map(DNSRecord::getRecordSource)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(InetAddress::getLoopbackAddress)
        : InetAddress.getLoopbackAddress();
  }

  private void ask(JmDNS dns, String name) {
    try {
      // A JmDNS that is closed would start threads anew.
      if (!threads.hasFailed()) {
        ServiceInfo info = dns.getServiceInfo(AnnouncementForm.SERVICE, name, false, ANSWER_MILLIS);
        if (info != null) {
          take(dns, name, info);
        }
      }
    } finally {
      answered(name);
    }
  }

  private void take(JmDNS dns, String name, ServiceInfo info) {
    if (info.hasData()) {
      InetAddress[] told = info.getInetAddresses();
      InetAddress source =
          source(dns, info.getQualifiedName(), DNSRecordType.TYPE_SRV)
              .or(() -> Stream.of(told).findFirst())
              .orElse(InetAddress.getLoopbackAddress());
      heard.take(name, source, info.getPort(), info.getTextBytes(), told);
      stir.run();
    }
  }

  /** Who says it: the address that the packet came from. */
  private static Optional<InetAddress> source(JmDNS dns, String name, DNSRecordType type) {
    if (dns instanceof JmDNSImpl known
        && known.getCache().getDNSEntry(name, type, DNSRecordClass.CLASS_ANY)
            instanceof DNSRecord entry) {
      return Optional.ofNullable(entry.getRecordSource());
    }
    return Optional.empty();
  }

  @Override
  public void serviceRemoved(ServiceEvent event) {
    heard.drop(event.getName());
    stir.run();
  }

  @Override
  public void serviceResolved(ServiceEvent event) {
    take(event.getDNS(), event.getName(), event.getInfo());
  }
}
