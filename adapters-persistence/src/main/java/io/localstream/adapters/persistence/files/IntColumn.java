package io.localstream.adapters.persistence.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers in order, of which there may be a great many: what is there already is not copied when
 * more come. For one thread while it grows.
 */
final class IntColumn {
  private static final int PAGE_BITS = 10;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int FIRST_PAGE = 8;

  private final List<int[]> pages = new ArrayList<>();
  private int size;

  void add(int number) {
    int at = size & (PAGE - 1);
    if (at == 0) {
      pages.add(new int[pages.isEmpty() ? FIRST_PAGE : PAGE]);
    } else if (at == pages.getLast().length) {
      pages.set(pages.size() - 1, Arrays.copyOf(pages.getLast(), PAGE));
    }
    pages.getLast()[at] = number;
    size++;
  }

  int get(int place) {
    return pages.get(place >>> PAGE_BITS)[place & (PAGE - 1)];
  }

  /** The place of the last that is not above this, where they only grow. */
  int floor(int number) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (get(middle) <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
