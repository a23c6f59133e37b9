package io.localstream.application.service;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tries announced places until the right device answers. Announcements are hints: whoever answers
 * in the place of the right one is refused, and the search goes on. Thread-safe.
 */
public final class PeerSearch {
  private final Discovery discovery;
  private final Dialler dialler;
  private final EventObserver observer;
  private final Ticker ticker;

  public PeerSearch(Discovery discovery, Dialler dialler, EventObserver observer, Ticker ticker) {
    this.discovery = discovery;
    this.dialler = dialler;
    this.observer = observer;
    this.ticker = ticker;
  }

  /**
   * What is looked for.
   *
   * @param what how a person would call it, for messages
   * @param device its identifier, where it is known
   * @param wanted which announcements are of it
   * @param known places where it may be without an announcement
   * @param call how a place is dialled
   * @param isOver whether a failure makes it pointless to go on
   */
  record Quarry(
      String what,
      Optional<DeviceId> device,
      Predicate<Announcement> wanted,
      List<Endpoint> known,
      CallTo call,
      Predicate<LocalStreamException> isOver) {}

  /** How a place is dialled. */
  @FunctionalInterface
  interface CallTo {
    Dialler.Call at(Endpoint place);
  }

  /** Announcements of a device. */
  static Predicate<Announcement> of(DeviceId device) {
    return announced -> announced.id().equals(device);
  }

  /**
   * Searches.
   *
   * @throws LocalStreamException {@code NOT_FOUND}, or how the most telling try failed
   */
  Session find(Quarry quarry, Duration longest) throws InterruptedException {
    try (Lookout lookout = discovery.watch(quarry.device().stream().toList());
        SearchRun run = new SearchRun(quarry, dialler, this::tellRefusal, ticker)) {
      return run.search(lookout, longest);
    }
  }

  private void tellRefusal(Endpoint place, LocalStreamException why) {
    observer.on(
        new LocalStreamEvent.PeerRefused(place, why.code(), String.valueOf(why.getMessage())));
  }
}
