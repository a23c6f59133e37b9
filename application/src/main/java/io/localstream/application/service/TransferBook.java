package io.localstream.application.service;

import io.localstream.application.conversation.TransferTrack;
import io.localstream.domain.device.RecordLimit;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transfers of this process: those that wait or run, and the latest that ended. Of these only
 * what a list shows is kept: what they held, and how, may be a great deal. Thread-safe.
 */
public final class TransferBook {
  private static final RecordLimit KEPT = new RecordLimit(50, 200);

  private final RunningTransfers others;
  private final RunningNews news;
  private final Set<TransferTrack> open = new LinkedHashSet<>();
  private final List<Transfer> over = new ArrayList<>();
  private @Nullable LocalStreamException end;

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
    follow(track);
  }

  /** Adds it, unless this process has, or had lately, one with the same identifier. */
  boolean addNew(TransferTrack track) {
    TransferId id = track.current().id();
    synchronized (this) {
      if (all().stream().anyMatch(known -> known.id().equals(id))) {
        return false;
      }
      open.add(track);
    }
    follow(track);
    return true;
  }

  private void follow(TransferTrack track) {
    news.begin();
    track.onEnd(this::conclude);
    LocalStreamException ending = end();
    if (ending != null) {
      track.end(ending);
    }
  }

  private synchronized @Nullable LocalStreamException end() {
    return end;
  }

  private synchronized void conclude(TransferTrack track) {
    open.remove(track);
    over.add(track.current().brief());
    over.removeAll(KEPT.surplus(over, Transfer::peer));
  }

  /** Those that ended first. */
  synchronized List<Transfer> all() {
    return Stream.concat(over.stream(), open.stream().map(TransferTrack::current)).toList();
  }

  /** Cancels whatever has not ended. */
  void cancelAll() {
    unended().forEach(TransferTrack::cancel);
  }

  /** Ends whatever has not ended, and all that is still to come, because the process ends. */
  void shutDown() {
    LocalStreamException reason =
        new LocalStreamException(FailureCode.SHUTTING_DOWN, "this program was told to end");
    synchronized (this) {
      end = reason;
    }
    unended().forEach(track -> track.end(reason));
  }

  private synchronized List<TransferTrack> unended() {
    return open.stream().filter(track -> !track.current().state().isFinal()).toList();
  }
}
