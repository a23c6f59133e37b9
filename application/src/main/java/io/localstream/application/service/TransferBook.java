package io.localstream.application.service;

import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The transfers of this process: those that wait or run, and the latest that ended. Of these only
 * what a list shows is kept: what they held, and how, may be a great deal. Thread-safe.
 */
public final class TransferBook {
  private static final int KEPT = 200;

  private final RunningTransfers others;
  private final RunningNews news;
  private final Set<TransferTrack> open = new LinkedHashSet<>();
  private final Deque<Transfer> over = new ArrayDeque<>();

  /**
   * @param others what runs in other programs of this home, which are told what runs here
   */
  public TransferBook(RunningTransfers others) {
    this.others = others;
    news = new RunningNews(others, this::runningHere, this::isEmpty, RunningNews.PAUSE);
  }

  private synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  /** What runs in this program. */
  synchronized List<RunningTransfer> runningHere() {
    List<RunningTransfer> running = new ArrayList<>();
    for (TransferTrack track : open) {
      Transfer now = track.current();
      if (now.state() instanceof TransferState.Running state) {
        running.add(RunningTransfer.of(now, state));
      }
    }
    return running;
  }

  /** What runs in other programs of this home. */
  List<RunningTransfer> runningElsewhere() {
    return others.others();
  }

  void add(TransferTrack track) {
    synchronized (this) {
      open.add(track);
    }
    news.begin();
    track.onEnd(this::conclude);
  }

  private synchronized void conclude(TransferTrack track) {
    open.remove(track);
    over.addLast(track.current().brief());
    if (over.size() > KEPT) {
      over.removeFirst();
    }
  }

  /** Those that ended first. */
  synchronized List<Transfer> all() {
    return Stream.concat(over.stream(), open.stream().map(TransferTrack::current)).toList();
  }

  /** Cancels whatever has not ended. */
  void cancelAll() {
    List<TransferTrack> running;
    synchronized (this) {
      running = List.copyOf(open);
    }
    running.stream()
        .filter(track -> !track.current().state().isFinal())
        .forEach(TransferTrack::cancel);
  }
}
