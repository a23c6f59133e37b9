package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Announces and hears by DNS-based service discovery (RFC 6763) over multicast DNS (RFC 6762), as
 * {@code _localstream._tcp.local}, with JmDNS. Two of these hear each other, in one process, too;
 * none hears itself. See PROTOCOL.md.
 */
public final class DnsSdDiscovery implements Discovery {
  private final DnsSdSites sites =
      new DnsSdSites(
          new AnnouncementForm(new AnnouncementText(System.getProperty("user.name", ""))));

  @Override
  public Publication announce(Announcement what) {
    DnsSdPublication publication = new DnsSdPublication(what, sites);
    sites.add(publication);
    return publication;
  }

  @Override
  public Lookout watch(List<DeviceId> expected) {
    DnsSdLookout lookout = new DnsSdLookout(sites, expected);
    sites.add(lookout);
    return lookout;
  }

  @Override
  public Optional<Duration> echo(LocalInterface where, Duration longest)
      throws InterruptedException {
    return DnsSdEcho.on(where.name(), Deadline.in(longest));
  }

  @Override
  public void close() {
    sites.close();
  }
}
