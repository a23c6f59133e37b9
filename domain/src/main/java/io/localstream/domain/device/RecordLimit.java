package io.localstream.domain.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How many records of one kind are kept, so that a device displaces its own and none of others: the
 * latest of each device. Where all devices together have too many, the one that has most loses its
 * oldest.
 *
 * @param perDevice of one device
 * @param total of all devices
 */
public record RecordLimit(int perDevice, int total) {
  public RecordLimit {
    if (perDevice < 1 || total < perDevice) {
      throw new IllegalArgumentException("can't be: " + perDevice + " of " + total);
    }
  }

  /**
   * The records beyond the limit.
   *
   * @param device tells the records of different devices apart
   */
  public <T> List<T> surplus(List<T> oldestFirst, Function<T, ?> device) {
    Map<Object, Deque<T>> kept = new LinkedHashMap<>();
    for (T each : oldestFirst) {
      kept.computeIfAbsent(device.apply(each), _ -> new ArrayDeque<>()).addLast(each);
    }
    List<T> surplus = new ArrayList<>();
    for (Deque<T> ofOne : kept.values()) {
      while (ofOne.size() > perDevice) {
        surplus.add(ofOne.removeFirst());
      }
    }
    int tooMany = oldestFirst.size() - surplus.size() - total;
    for (int i = 0; i < tooMany; i++) {
      surplus.add(most(kept).removeFirst());
    }
    return surplus;
  }

  private static <T> Deque<T> most(Map<Object, Deque<T>> kept) {
    return kept.values().stream().max(Comparator.comparingInt(Deque::size)).orElseThrow();
  }
}
