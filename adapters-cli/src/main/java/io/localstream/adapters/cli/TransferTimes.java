package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TransferPace;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Remembers how the content of the latest transfers flows. Safe for several threads. */
final class TransferTimes implements EventObserver {
  private static final int LATEST = 256;

  /** The rate is that of so long a time. */
  private static final long WINDOW_NANOS = Duration.ofSeconds(8).toNanos();

  /** So far two samples are apart at least. */
  private static final long SAMPLE_NANOS = Duration.ofMillis(250).toNanos();

  /** Less than that tells nothing of a rate. */
  private static final long SHORTEST_NANOS = Duration.ofMillis(100).toNanos();

  private final LongSupplier nanoTime;
  private final Map<TransferId, Flow> flows = new LinkedHashMap<>();

  private record Sample(long nanos, long bytes) {}

  /** What is known of one transfer. */
  private static final class Flow {
    final long beganNanos;
    long before;
    long bytes;
    long movedNanos;
    long endedNanos;
    final Deque<Sample> samples = new ArrayDeque<>();

    Flow(long now) {
      beganNanos = now;
      movedNanos = now;
      endedNanos = now;
      samples.add(new Sample(now, 0));
    }

    void running(TransferState.Running state, long now) {
      if (state.before() != before) {
        before = state.before();
        samples.clear();
        samples.add(new Sample(now, before));
      }
      if (state.bytes() > bytes) {
        bytes = state.bytes();
        movedNanos = now;
      }
      if (now - samples.getLast().nanos() >= SAMPLE_NANOS) {
        samples.add(new Sample(now, bytes));
      }
      forget(now);
    }

    /** One sample stays that is as old as the window, or the first. */
    private void forget(long now) {
      while (samples.size() > 1) {
        Sample first = samples.removeFirst();
        if (now - samples.getFirst().nanos() < WINDOW_NANOS) {
          samples.addFirst(first);
          return;
        }
      }
    }

    long bytesPerSecond(long now) {
      forget(now);
      Sample since = samples.getFirst();
      long nanos = now - since.nanos();
      return nanos < SHORTEST_NANOS || now - movedNanos >= WINDOW_NANOS
          ? 0
          : (long) ((bytes - since.bytes()) * (double) Duration.ofSeconds(1).toNanos() / nanos);
    }
  }

  TransferTimes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public void on(LocalStreamEvent event) {
    if (event instanceof LocalStreamEvent.TransferChanged(Transfer transfer)) {
      changed(transfer);
    }
  }

  /** How content flows, or did. */
  synchronized TransferPace of(Transfer transfer) {
    Flow flow = flows.get(transfer.id());
    if (flow == null) {
      return TransferPace.NONE;
    }
    long now = transfer.state().isFinal() ? flow.endedNanos : nanoTime.getAsLong();
    return new TransferPace(
        Duration.ofNanos(Math.max(0, now - flow.beganNanos)),
        flow.before,
        flow.bytesPerSecond(now),
        Duration.ofNanos(Math.max(0, now - flow.movedNanos)));
  }

  private synchronized void changed(Transfer transfer) {
    if (transfer.state() instanceof TransferState.Offered) {
      return;
    }
    long now = nanoTime.getAsLong();
    Flow flow = flows.computeIfAbsent(transfer.id(), _ -> new Flow(now));
    flow.endedNanos = now;
    if (transfer.state() instanceof TransferState.Running running) {
      flow.running(running, now);
    }
    if (flows.size() > LATEST) {
      flows.remove(flows.keySet().iterator().next());
    }
  }
}
