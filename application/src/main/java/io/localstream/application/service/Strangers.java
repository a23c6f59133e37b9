package io.localstream.application.service;

import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The links whose other end is not trusted yet. They are limited in number, and when one more
 * comes, the address that has the most of them loses its oldest: so a crowd takes places from
 * itself, and keeps nobody out who comes from elsewhere. Thread-safe.
 */
final class Strangers {
  private final int most;
  private final SequencedSet<Link> links = new LinkedHashSet<>();

  /**
   * @param most links at the same time
   */
  Strangers(int most) {
    this.most = most;
  }

  /** Takes a link in, and sends another away where there is no room. */
  void enter(Link link) {
    Link sentAway = null;
    synchronized (this) {
      links.add(link);
      if (links.size() > most) {
        sentAway = oldestOfTheLargestCrowd();
        links.remove(sentAway);
      }
    }
    if (sentAway != null) {
      sentAway.close();
    }
  }

  private Link oldestOfTheLargestCrowd() {
    Map<HostAddress, List<Link>> crowds = new LinkedHashMap<>();
    for (Link link : links) {
      crowds.computeIfAbsent(link.remote().host(), host -> new ArrayList<>()).add(link);
    }
    List<Link> largest = List.of();
    for (List<Link> crowd : crowds.values()) {
      largest = crowd.size() > largest.size() ? crowd : largest;
    }
    return largest.getFirst();
  }

  synchronized void leave(Link link) {
    links.remove(link);
  }
}
