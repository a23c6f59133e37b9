package io.localstream.adapters.socket;

import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.port.Publication;

/** What is announced, wherever that is possible. */
final class DnsSdPublication implements Publication {
  private final DnsSdSites sites;
  private volatile Announcement what;

  DnsSdPublication(Announcement what, DnsSdSites sites) {
    this.what = what;
    this.sites = sites;
  }

  Announcement what() {
    return what;
  }

  @Override
  public void change(Announcement other) {
    what = other;
    sites.stir();
  }

  @Override
  public void close() {
    sites.remove(this);
  }
}
