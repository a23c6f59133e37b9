package io.localstream.application.service;

import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.transfer.Transfer;
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

  /** Cancels whatever has not ended. */
  void cancelAll() {
    List<TransferTrack> open;
    synchronized (this) {
      open = tracks.stream().filter(track -> !track.current().state().isFinal()).toList();
    }
    open.forEach(TransferTrack::cancel);
  }
}
