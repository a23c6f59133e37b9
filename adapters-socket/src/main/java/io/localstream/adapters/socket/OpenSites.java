package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Lookout;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sites of this machine: opened and closed as interfaces come and go and sites fail. What was
 * heard may be read by all threads; the rest is for one.
 */
final class OpenSites {
  private static final Duration LONGEST_END = Duration.ofMillis(900);
  private static final long SCAN_NANOS = Duration.ofSeconds(10).toNanos();

  private final AnnouncementForm form;
  private final Predicate<DeviceId> expected;
  private final Runnable stir;
  private final Map<SitePlace, DnsSdSite> sites = new ConcurrentHashMap<>();
  private final OpeningTimes openings = new OpeningTimes();
  private final Set<SitePlace> doubted = new HashSet<>();
  private Set<HostAddress> wanted = Set.of();
  private boolean scanned;
  private long scanAt;

  /**
   * @param expected whether that device is waited for
   * @param stir is run whenever something was heard, or a site has failed
   */
  OpenSites(AnnouncementForm form, Predicate<DeviceId> expected, Runnable stir) {
    this.form = form;
    this.expected = expected;
    this.stir = stir;
  }

  /** Does what is to be done at this moment. */
  void tend(Collection<DnsSdPublication> publications, boolean watched)
      throws InterruptedException {
    long now = System.nanoTime();
    List<DnsSdSite> failed = sites.values().stream().filter(DnsSdSite::hasFailed).toList();
    close(failed);
    Set<HostAddress> listening =
        publications.stream()
            .map(each -> each.what().endpoint().host())
            .collect(Collectors.toSet());
    if (!scanned || now - scanAt >= 0 || !failed.isEmpty() || !listening.equals(wanted)) {
      wanted = listening;
      scanned = true;
      scanAt = now + SCAN_NANOS;
      scan(now);
    }
    for (DnsSdSite each : sites.values()) {
      use(each, publications, watched, now);
    }
  }

  /** Somebody else would like to know. */
  void askSoon() {
    sites.values().forEach(DnsSdSite::askSoon);
  }

  private void use(
      DnsSdSite site, Collection<DnsSdPublication> publications, boolean watched, long now) {
    try {
      site.say(publications);
      if (watched) {
        site.ask(now);
      }
      if (site.isStuck(now) || (watched && publications.isEmpty() && isDoubtful(site, now))) {
        site.fail();
      }
    } catch (IOException | IllegalStateException e) {
      // It is closed, or can't send: the next tick opens another.
      site.fail();
    }
  }

  /** Nobody else may be there; so a silent site is made anew once, to be sure. */
  private boolean isDoubtful(DnsSdSite site, long now) {
    return site.isSilent(now) && doubted.add(site.place());
  }

  private void scan(long now) throws InterruptedException {
    List<SitePlace> places = SitePlace.all(wanted);
    close(sites.values().stream().filter(each -> !places.contains(each.place())).toList());
    for (SitePlace place : places) {
      if (!sites.containsKey(place) && openings.mayOpen(place, now)) {
        open(place);
      }
    }
  }

  private void open(SitePlace place) throws InterruptedException {
    try {
      sites.put(place, new DnsSdSite(place, form, expected, stir));
    } catch (IOException e) {
      // Not possible there, or not now: the next look at the interfaces tries again.
      return;
    }
  }

  /** All at once, since each takes a moment to say goodbye. */
  private void close(List<DnsSdSite> some) {
    CountDownLatch open = new CountDownLatch(some.size());
    for (DnsSdSite each : some) {
      sites.remove(each.place());
      Background.run(
          "end of a site",
          () -> {
            each.close();
            open.countDown();
          });
    }
    try {
      open.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until it is tended again. */
  void closeAll() {
    close(List.copyOf(sites.values()));
    scanned = false;
    doubted.clear();
  }

  List<Announcement> heard() {
    List<Announcement> all =
        Turns.of(sites.values().stream().map(DnsSdSite::heard).toList()).stream()
            .distinct()
            .toList();
    return Stream.concat(
            all.stream().filter(each -> expected.test(each.id())),
            all.stream().filter(each -> !expected.test(each.id())).limit(Lookout.MAX_HEARD))
        .toList();
  }
}
