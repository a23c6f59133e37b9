package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.EventText;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.port.EventObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells the person what happens. Whoever reports an event never waits for the terminal: events are
 * put in a row here, and a thread of its own prints them. Thread-safe.
 */
final class Announcer implements EventObserver, AutoCloseable {
  private static final int LONGEST_ROW = 1_000;
  private static final long LOOK_SECONDS = 1;
  private static final long LONGEST_GOODBYE_SECONDS = 2;

  private final BlockingQueue<Runnable> row = new LinkedBlockingQueue<>(LONGEST_ROW);
  private final Screen screen;
  private final WaitingOffers offers;
  private final RefusalThrottle refusals;
  private final OfferThrottle offering;
  private final Thread thread;
  private volatile boolean leaving;
  private volatile boolean over;

  Announcer(Screen screen, WaitingOffers offers, RefusalThrottle refusals, OfferThrottle offering) {
    this.offering = offering;
    this.screen = screen;
    this.offers = offers;
    this.refusals = refusals;
    this.thread = Thread.ofPlatform().daemon().name("announcements").unstarted(this::print);
  }

  void start() {
    thread.start();
  }

  @Override
  public void on(LocalStreamEvent event) {
    if (!(event instanceof LocalStreamEvent.TransferChanged) && (!leaving || hasToBeKnown(event))) {
      later(() -> announce(event));
    }
  }

  /** From now on only what has to be known is told: that everything closes is what was wanted. */
  void leave() {
    leaving = true;
  }

  private static boolean hasToBeKnown(LocalStreamEvent event) {
    return event instanceof LocalStreamEvent.Warning
        || event instanceof LocalStreamEvent.CodeTried
        || event instanceof LocalStreamEvent.KeysReplaced;
  }

  /** Has something printed in its turn; left out where far too much waits already. */
  void later(Runnable printing) {
    row.offer(printing);
  }

  /** Ends when all that has come so far is printed. Idempotent. */
  @Override
  public void close() {
    later(() -> over = true);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(LONGEST_GOODBYE_SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void announce(LocalStreamEvent event) {
    switch (event) {
      case LocalStreamEvent.OfferArrived offer -> {
        if (offers.arrived(offer.transfer().id()) && offering.mayTell(offer.transfer())) {
          offers.told(offer.transfer().id());
          Consumer<String> teller = offers.areAnsweredByHand() ? screen::important : screen::notice;
          EventText.of(event).ifPresent(teller);
        }
      }
      case LocalStreamEvent.PeerRefused _ -> {
        if (refusals.mayTell()) {
          EventText.of(event).ifPresent(screen::notice);
        }
      }
      case LocalStreamEvent.Warning _,
          LocalStreamEvent.CodeTried _,
          LocalStreamEvent.KeysReplaced _ ->
          EventText.of(event).ifPresent(screen::important);
      case LocalStreamEvent.ConnectionOpened _,
          LocalStreamEvent.ConnectionClosed _,
          LocalStreamEvent.PeerJoined _,
          LocalStreamEvent.PeerLeft _,
          LocalStreamEvent.PeerAway _,
          LocalStreamEvent.PeerBack _,
          LocalStreamEvent.TransferResumed _,
          LocalStreamEvent.Paired _,
          LocalStreamEvent.SpeedMeasured _,
          LocalStreamEvent.AwaitingApproval _,
          LocalStreamEvent.TransferChanged _ ->
          EventText.of(event).ifPresent(screen::notice);
    }
  }

  private void print() {
    try {
      while (!over) {
        Runnable printing = row.poll(LOOK_SECONDS, TimeUnit.SECONDS);
        if (printing != null) {
          printing.run();
        }
        refusals.untold().ifPresent(screen::notice);
        offering.untold().forEach(screen::notice);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
