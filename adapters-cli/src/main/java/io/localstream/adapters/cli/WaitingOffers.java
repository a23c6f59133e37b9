package io.localstream.adapters.cli;

import io.localstream.domain.transfer.TransferId;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides which offers are announced: one that a waiting {@code receive_file} takes is not. Safe
 * for several threads.
 */
final class WaitingOffers {
  private final Freshness freshness;
  private final Set<TransferId> taken = new HashSet<>();
  private int receivers;

  WaitingOffers(Freshness freshness) {
    this.freshness = freshness;
  }

  /** From now until the result is closed a command takes what is offered. */
  synchronized Receiving receiving() {
    receivers++;
    return this::ended;
  }

  /** A command has taken this offer, whether its arrival was told before or will be after. */
  synchronized void took(TransferId offer) {
    taken.add(offer);
  }

  /** The time during which a command takes offers. */
  @FunctionalInterface
  interface Receiving extends AutoCloseable {
    @Override
    void close();
  }

  /** Whether the person has to be told of an offer. */
  synchronized boolean arrived(TransferId offer) {
    return receivers == 0 && !taken.remove(offer);
  }

  /** The person is told of an offer, and may answer it. */
  void told(TransferId offer) {
    freshness.shown(offer);
  }

  /** Whether a line that is typed may answer what was told, so that it has to be seen. */
  boolean areAnsweredByHand() {
    return freshness.isLive();
  }

  private synchronized void ended() {
    receivers--;
  }
}
