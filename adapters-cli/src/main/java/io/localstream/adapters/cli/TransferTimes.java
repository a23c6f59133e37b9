package io.localstream.adapters.cli;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers when the content of the latest transfers began to flow and when it ended. Safe for
 * several threads.
 */
final class TransferTimes implements EventObserver {
  private static final int LATEST = 256;

  private final LongSupplier nanoTime;
  private final Map<TransferId, Span> spans = new LinkedHashMap<>();

  private record Span(long beganNanos, long endedNanos) {}

  TransferTimes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public void on(LocalStreamEvent event) {
    if (event instanceof LocalStreamEvent.TransferChanged(Transfer transfer)) {
      changed(transfer);
    }
  }

  /** How long content has been on its way, or was. */
  synchronized Duration of(Transfer transfer) {
    Span span = spans.get(transfer.id());
    if (span == null) {
      return Duration.ZERO;
    }
    long until = transfer.state().isFinal() ? span.endedNanos() : nanoTime.getAsLong();
    return Duration.ofNanos(Math.max(0, until - span.beganNanos()));
  }

  private synchronized void changed(Transfer transfer) {
    if (transfer.state() instanceof TransferState.Offered) {
      return;
    }
    long now = nanoTime.getAsLong();
    spans.compute(
        transfer.id(), (_, span) -> new Span(span == null ? now : span.beganNanos(), now));
    if (spans.size() > LATEST) {
      spans.remove(spans.keySet().iterator().next());
    }
  }
}
