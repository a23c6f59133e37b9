package io.localstream.application.service;

import io.localstream.domain.port.Link;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * The links whose other end has not proved anything yet. They are limited in number, and when one
 * more comes the oldest is sent away, so that silent ones can't keep an honest one out.
 * Thread-safe.
 */
final class Strangers {
  static final int MAX = 128;

  private final SequencedSet<Link> links = new LinkedHashSet<>();

  void enter(Link link) {
    Link sentAway = null;
    synchronized (this) {
      if (links.size() >= MAX) {
        sentAway = links.removeFirst();
      }
      links.add(link);
    }
    if (sentAway != null) {
      sentAway.close();
    }
  }

  synchronized void leave(Link link) {
    links.remove(link);
  }
}
