package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * What is announced and whether somebody listens. While there is anything of it, one thread looks
 * after the sites; nobody waits for that. Thread-safe.
 */
final class DnsSdSites implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration LONGEST_END = Duration.ofMillis(950);

  private final OpenSites sites;
  private final List<DnsSdPublication> publications = new CopyOnWriteArrayList<>();
  private final List<DnsSdLookout> lookouts = new CopyOnWriteArrayList<>();
  private boolean running;
  private boolean stirred;
  private boolean askSoon;
  private boolean closed;

  DnsSdSites(AnnouncementForm form) {
    sites = new OpenSites(form, this::isExpected, this::stir);
  }

  synchronized void add(DnsSdPublication publication) {
    if (!closed) {
      publications.add(publication);
      keepGoing();
    }
  }

  synchronized void remove(DnsSdPublication publication) {
    publications.remove(publication);
    stir();
  }

  synchronized void add(DnsSdLookout lookout) {
    lookouts.add(lookout);
    askSoon = true;
    if (!closed) {
      keepGoing();
    }
  }

  synchronized void remove(DnsSdLookout lookout) {
    lookouts.remove(lookout);
    stir();
  }

  private boolean isExpected(DeviceId device) {
    return lookouts.stream().anyMatch(each -> each.expects(device));
  }

  private void keepGoing() {
    if (!running) {
      running = true;
      Background.run("discovery", this::run);
    }
    stir();
  }

  /** Something is new: to send, or to those who listen. */
  synchronized void stir() {
    stirred = true;
    notifyAll();
  }

  private void run() {
    boolean orderly = false;
    try {
      while (isNeeded() && ProcessLife.goesOn()) {
        sites.tend(publications, isWatched());
        awaitTick();
      }
      orderly = true;
    } catch (InterruptedException e) {
      // Nobody interrupts it, but if so, it ends.
      Thread.currentThread().interrupt();
    } finally {
      end(orderly);
    }
  }

  private synchronized boolean isNeeded() {
    return !closed && (!lookouts.isEmpty() || !publications.isEmpty());
  }

  /** Whoever came in the meantime starts it anew; but not what has failed unforeseen. */
  private void end(boolean orderly) {
    sites.closeAll();
    synchronized (this) {
      running = false;
      notifyAll();
      if (orderly && isNeeded() && ProcessLife.goesOn()) {
        keepGoing();
      }
    }
  }

  private synchronized void awaitTick() throws InterruptedException {
    Deadline tick = Deadline.in(TICK);
    while (!stirred && !tick.isOver()) {
      TimeUnit.NANOSECONDS.timedWait(this, tick.remaining().toNanos());
    }
    stirred = false;
  }

  private synchronized boolean isWatched() {
    if (askSoon) {
      askSoon = false;
      sites.askSoon();
    }
    return !lookouts.isEmpty();
  }

  List<Announcement> heard() {
    return sites.heard();
  }

  synchronized List<Announcement> awaitOther(List<Announcement> seen, Deadline deadline)
      throws InterruptedException {
    List<Announcement> heard = heard();
    while (heard.equals(seen) && !deadline.isOver() && !closed) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline.remaining().toNanos());
      heard = heard();
    }
    return heard;
  }

  @Override
  public synchronized void close() {
    closed = true;
    stir();
    Deadline deadline = Deadline.in(LONGEST_END);
    try {
      while (running && !deadline.isOver()) {
        TimeUnit.NANOSECONDS.timedWait(this, deadline.remaining().toNanos());
      }
    } catch (InterruptedException e) {
      // The rest goes on in the background.
      Thread.currentThread().interrupt();
    }
  }
}
