package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.port.Lookout;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hears on all sites, of what they hear anyway. */
final class DnsSdLookout implements Lookout {
  private final DnsSdSites sites;
  private final Set<DeviceId> expected;
  private final AtomicBoolean closed = new AtomicBoolean();

  DnsSdLookout(DnsSdSites sites, List<DeviceId> expected) {
    this.sites = sites;
    this.expected = Set.copyOf(expected);
  }

  boolean expects(DeviceId device) {
    return expected.contains(device);
  }

  @Override
  public List<Announcement> heard() {
    return sites.heard();
  }

  @Override
  public List<Announcement> awaitOther(List<Announcement> seen, Duration longest)
      throws InterruptedException {
    return sites.awaitOther(seen, Deadline.in(longest));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      sites.remove(this);
    }
  }
}
