package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashedSetTest {
  @Test
  void holdsWhatWasAddedAndNothingElse() {
    Random random = new Random(5);
    Set<Long> expected = new HashSet<>();
    HashedSet set = new HashedSet(10);
    for (int i = 0; i < 100_000; i++) {
      long number = random.nextLong(1, Long.MAX_VALUE);
      assertThat(set.add(number)).isEqualTo(expected.add(number));
    }
    assertThat(expected).allMatch(set::holds);
    assertThat(set.holds(Long.MAX_VALUE)).isFalse();
    assertThat(set.isCrowded()).isFalse();
  }

  /** All of them would be at the same place: looking for each past all others takes for ever. */
  @Test
  void givesUpWhereNumbersWereChosenToCrowd() {
    HashedSet set = new HashedSet(100_000);
    for (long i = 1; i <= 100_000; i++) {
      set.add(i << 40);
    }
    assertThat(set.isCrowded()).isTrue();
  }
}
