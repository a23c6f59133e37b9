package io.localstream.domain.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a transfer's stream of bytes: in order, apart from each other. Immutable. */
public record StreamRanges(List<Range> ranges) {
  private static final StreamRanges NONE = new StreamRanges(List.of());

  /**
   * One part, not empty.
   *
   * @param start its first byte, from 0
   * @param end the byte after its last
   */
  public record Range(long start, long end) {
    public Range {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("a part of a stream holds at least one byte");
      }
    }
  }

  /** Takes them in any order, and joins those that touch or overlap. */
  public StreamRanges {
    ranges = joined(ranges);
  }

  private static List<Range> joined(List<Range> ranges) {
    TreeMap<Long, Long> ends = new TreeMap<>();
    ranges.forEach(range -> ends.merge(range.start(), range.end(), Math::max));
    List<Range> joined = new ArrayList<>();
    for (Map.Entry<Long, Long> next : ends.entrySet()) {
      Range before = joined.isEmpty() ? null : joined.getLast();
      if (before == null || before.end() < next.getKey()) {
        joined.add(new Range(next.getKey(), next.getValue()));
      } else if (before.end() < next.getValue()) {
        joined.set(joined.size() - 1, new Range(before.start(), next.getValue()));
      }
    }
    return List.copyOf(joined);
  }

  /** Nothing. */
  public static StreamRanges none() {
    return NONE;
  }

  /** What is in one of both, or in both. */
  public StreamRanges and(StreamRanges other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return new StreamRanges(all);
  }

  /** How many bytes they hold. */
  public long bytes() {
    return ranges.stream().mapToLong(range -> range.end() - range.start()).sum();
  }
}
