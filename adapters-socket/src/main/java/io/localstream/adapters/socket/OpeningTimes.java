package io.localstream.adapters.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * How often a site may be opened. Anybody on the network can make one fail, again and again; then
 * there is no discovery for a while, but nothing else suffers.
 */
final class OpeningTimes {
  static final int MOST_PER_MINUTE = 10;

  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Map<SitePlace, Queue<Long>> times = new HashMap<>();

  /** Whether it may be opened now; then it counts as opened. */
  boolean mayOpen(SitePlace place, long now) {
    times.values().forEach(each -> each.removeIf(time -> now - time >= MINUTE_NANOS));
    times.values().removeIf(Queue::isEmpty);
    Queue<Long> recent = times.computeIfAbsent(place, _ -> new ArrayDeque<>());
    return recent.size() < MOST_PER_MINUTE && recent.add(now);
  }
}
