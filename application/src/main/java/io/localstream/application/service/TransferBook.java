package io.localstream.application.service;

import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The transfers of this process: those that wait or run, and the latest that ended. Thread-safe.
 */
public final class TransferBook {
  private static final int KEPT = 200;

  private final Deque<TransferTrack> tracks = new ArrayDeque<>();

  synchronized void add(TransferTrack track) {
    tracks.addLast(track);
    while (tracks.size() > KEPT && tracks.getFirst().current().state().isFinal()) {
      tracks.removeFirst();
    }
  }

  synchronized List<Transfer> all() {
    return tracks.stream().map(TransferTrack::current).toList();
  }

  /** Whether a transfer that is noted as one that broke still runs here. */
  public synchronized boolean isRunning(UnfinishedTransfer noted) {
    return tracks.stream()
        .map(TransferTrack::current)
        .filter(transfer -> transfer.state() instanceof TransferState.Running)
        .anyMatch(transfer ->
            transfer.id().equals(noted.id())
                && transfer.peer().equals(noted.peer())
                && transfer.direction() == noted.direction());
  }

  /** Cancels whatever has not ended. */
  void cancelAll() {
    List<TransferTrack> open;
    synchronized (this) {
      open = tracks.stream().filter(track -> !track.current().state().isFinal()).toList();
    }
    open.forEach(TransferTrack::cancel);
  }
}
