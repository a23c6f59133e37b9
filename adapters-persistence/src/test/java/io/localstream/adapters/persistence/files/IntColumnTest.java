package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntColumnTest {
  private final IntColumn column = new IntColumn();

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 1_024, 1_025, 5_000})
  void givesBackWhatItWasGiven(int count) {
    for (int place = 0; place < count; place++) {
      column.add(place * 3);
    }
    for (int place = 0; place < count; place++) {
      assertThat(column.get(place)).isEqualTo(place * 3);
      assertThat(column.floor(place * 3)).isEqualTo(place);
      assertThat(column.floor(place * 3 + 2)).isEqualTo(place);
    }
  }

  @Test
  void findsTheFirstWhereNoneIsAsSmall() {
    column.add(5);
    column.add(7);

    assertThat(column.floor(4)).isZero();
  }
}
