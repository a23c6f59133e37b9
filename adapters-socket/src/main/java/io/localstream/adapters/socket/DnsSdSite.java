package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.jmdns.ServiceInfo;
import javax.jmdns.impl.ServiceInfoImpl;
import org.jspecify.annotations.Nullable;

/**
 * All that is announced, asked and heard at one place, by one JmDNS. What was heard may be read by
 * all threads; the rest is for one.
 */
final class DnsSdSite {
  /** JmDNS takes a second for it, and a busy machine some more. */
  private static final long LONGEST_START_NANOS = Duration.ofSeconds(8).toNanos();

  private final SitePlace place;
  private final AnnouncementForm form;
  private final Runnable stir;
  private final SiteJmDns jmdns;
  private final HeardServices heard;
  private final Map<DnsSdPublication, Said> said = new HashMap<>();
  private final long openedAt = System.nanoTime();
  private final QuestionTimes questions = new QuestionTimes();
  private @Nullable SiteListener listener;

  private record Said(Announcement what, ServiceInfo service, long since) {
    Said(Announcement what, ServiceInfo service) {
      this(what, service, System.nanoTime());
    }

    /** Whether JmDNS should long have announced it, and says that it has not. */
    boolean isStuck(long now) {
      return now - since > LONGEST_START_NANOS
          && service instanceof ServiceInfoImpl known
          && !known.isAnnounced();
    }
  }

  /**
   * @param expected whether that device is waited for
   * @param stir is run whenever something was heard, or the site has failed
   */
  DnsSdSite(SitePlace place, AnnouncementForm form, Predicate<DeviceId> expected, Runnable stir)
      throws IOException, InterruptedException {
    this.place = place;
    this.form = form;
    this.stir = stir;
    heard = new HeardServices(place, form::isOwn, expected);
    jmdns = new SiteJmDns(place, form.host(place), stir);
  }

  SitePlace place() {
    return place;
  }

  boolean hasFailed() {
    return jmdns.threads().hasFailed();
  }

  /** Whether something that was to be announced is not, and nothing says why. */
  boolean isStuck(long now) {
    return said.values().stream().anyMatch(each -> each.isStuck(now));
  }

  /** Whether nothing was heard for so long that it may be this site's fault. */
  boolean isSilent(long now) {
    return now - openedAt > LONGEST_START_NANOS && heard.announcements().isEmpty();
  }

  void fail() {
    jmdns.threads().fail();
  }

  List<Announcement> heard() {
    return heard.announcements();
  }

  /** Announces these, as far as they are reached here, and no others. */
  void say(Collection<DnsSdPublication> publications) throws IOException {
    List<DnsSdPublication> gone =
        said.keySet().stream().filter(each -> !publications.contains(each)).toList();
    gone.forEach(this::withdraw);
    for (DnsSdPublication each : publications) {
      Announcement what = each.what();
      if (place.reaches(what.endpoint().host())) {
        say(each, what);
      } else {
        withdraw(each);
      }
    }
  }

  private void say(DnsSdPublication publication, Announcement what) throws IOException {
    Said before = said.get(publication);
    if (before != null && form.isSameInstance(before.what(), what, place)) {
      if (!before.what().equals(what)) {
        before.service().setText(form.text(what));
        said.put(publication, new Said(what, before.service()));
      }
      return;
    }
    withdraw(publication);
    ServiceInfo service = form.service(what, place);
    jmdns.dns().registerService(service);
    said.put(publication, new Said(what, service));
  }

  private void withdraw(DnsSdPublication publication) {
    Said before = said.remove(publication);
    if (before != null) {
      jmdns.dns().unregisterService(before.service());
    }
  }

  /** Asks again soon: somebody else would like to know. */
  void askSoon() {
    questions.restart();
  }

  /** Asks who is there, if it is time. JmDNS asks for each listener that is new to it. */
  void ask(long now) {
    if (questions.isTime(now)) {
      SiteListener former = listener;
      listener = new SiteListener(heard, jmdns.threads(), stir);
      jmdns.dns().addServiceListener(AnnouncementForm.SERVICE, listener);
      if (former != null) {
        jmdns.dns().removeServiceListener(AnnouncementForm.SERVICE, former);
      }
    }
  }

  /** Withdraws all and ends it, in less than a second. */
  void close() throws InterruptedException {
    jmdns.close();
  }
}
