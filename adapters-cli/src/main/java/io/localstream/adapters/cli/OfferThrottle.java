package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.transfer.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps a device that offers again and again from filling the screen: a few of its offers are told
 * at once, those of the next seconds are counted and summed up in one line. For one thread.
 */
final class OfferThrottle {
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  /** Of one device in that time. */
  private static final int TOLD_AT_ONCE = 3;

  private final LongSupplier nanoTime;
  private final Map<DeviceId, Count> counts = new LinkedHashMap<>();

  private static final class Count {
    final String name;
    final long since;
    int told;
    int untold;

    Count(String name, long since) {
      this.name = name;
      this.since = since;
    }
  }

  OfferThrottle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether this offer is told by itself. */
  boolean mayTell(Transfer offer) {
    Count count =
        counts.computeIfAbsent(
            offer.peer(), _ -> new Count(offer.peerName().display(), nanoTime.getAsLong()));
    if (count.told < TOLD_AT_ONCE) {
      count.told++;
      return true;
    }
    count.untold++;
    return false;
  }

  /** What to tell of the others, once their time has come. */
  List<String> untold() {
    List<String> lines = new ArrayList<>();
    long now = nanoTime.getAsLong();
    counts
        .values()
        .removeIf(count -> {
          boolean over = now - count.since >= PAUSE_NANOS;
          if (over && count.untold > 0) {
            lines.add(
                "and " + Quantities.count(count.untold, "more offer") + " from " + count.name);
          }
          return over;
        });
    return lines;
  }
}
