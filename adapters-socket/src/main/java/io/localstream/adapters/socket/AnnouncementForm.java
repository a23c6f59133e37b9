package io.localstream.adapters.socket;

import io.localstream.domain.discovery.Announcement;
import java.util.Locale;
import java.util.UUID;
import javax.jmdns.ServiceInfo;

/**
 * An announcement as an instance of DNS-SD (RFC 6763). Its name and the host's tell no more than
 * the text does. In them is a mark of whoever announces, by which it knows its own; and another of
 * the place, since the same instance at two hosts would be a conflict (RFC 6762, section 9).
 */
final class AnnouncementForm {
  static final String SERVICE = "_localstream._tcp.local.";

  private static final int CHARS = 8;

  private final AnnouncementText text;
  private final String mark = UUID.randomUUID().toString().substring(0, CHARS);

  AnnouncementForm(AnnouncementText text) {
    this.text = text;
  }

  String host(SitePlace place) {
    return "localstream-" + markAt(place);
  }

  /** The port tells several of one device apart. */
  private String instance(Announcement what, SitePlace place) {
    String id = what.id().toString().substring(0, CHARS);
    int port = what.endpoint().port();
    return String.format(Locale.ROOT, "localstream-%s-%d-%s", id, port, markAt(place));
  }

  private String markAt(SitePlace place) {
    return String.format(Locale.ROOT, "%s-%08x", mark, place.address().hashCode());
  }

  /** Also where it got a number, because somebody claimed the name. */
  boolean isOwn(String instance) {
    return instance.toLowerCase(Locale.ROOT).contains("-" + mark + "-");
  }

  ServiceInfo service(Announcement what, SitePlace place) {
    return ServiceInfo.create(
        SERVICE, instance(what, place), what.endpoint().port(), 0, 0, text.write(what));
  }

  /** Whether one can take the other's place with no more than another text. */
  boolean isSameInstance(Announcement one, Announcement other, SitePlace place) {
    return instance(one, place).equals(instance(other, place));
  }

  byte[] text(Announcement what) {
    return text.write(what);
  }
}
