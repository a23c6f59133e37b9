package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a stream of bytes, which become more. Safe for several threads. */
final class RangeSet {
  private final TreeMap<Long, Long> ends = new TreeMap<>();
  private long bytes;

  /**
   * Adds a part, which may touch or overlap others.
   *
   * @param start its first byte
   * @param end the byte after its last; nothing where it is not behind the first
   */
  synchronized void add(long start, long end) {
    if (end <= start) {
      return;
    }
    long from = start;
    long to = end;
    Map.Entry<Long, Long> other = ends.floorEntry(end);
    while (other != null && other.getValue() >= start) {
      from = Math.min(from, other.getKey());
      to = Math.max(to, other.getValue());
      ends.remove(other.getKey());
      bytes -= other.getValue() - other.getKey();
      other = ends.floorEntry(end);
    }
    ends.put(from, to);
    bytes += to - from;
  }

  synchronized void addAll(StreamRanges ranges) {
    ranges.ranges().forEach(range -> add(range.start(), range.end()));
  }

  /** Whether all of a part is there. */
  synchronized boolean covers(long start, long end) {
    Map.Entry<Long, Long> before = ends.floorEntry(start);
    return end <= start || (before != null && before.getValue() >= end);
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized StreamRanges toRanges() {
    List<Range> ranges = new ArrayList<>();
    ends.forEach((start, end) -> ranges.add(new Range(start, end)));
    return new StreamRanges(ranges);
  }

  /** Takes everything out. */
  synchronized StreamRanges drain() {
    StreamRanges all = toRanges();
    ends.clear();
    bytes = 0;
    return all;
  }
}
