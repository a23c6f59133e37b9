package io.localstream.bootstrap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void tellsTheMiddleOfAnOddNumber() {
    Series series = Series.of(List.of(9.0, 1.0, 4.0));
    assertThat(series.median()).isEqualTo(4);
    assertThat(series.min()).isEqualTo(1);
    assertThat(series.max()).isEqualTo(9);
  }

  @Test
  void tellsWhatIsHalfwayBetweenTheTwoInTheMiddle() {
    assertThat(Series.of(List.of(1.0, 2.0, 4.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void tellsQuartilesOnAStraightLine() {
    Series series = Series.of(List.of(10.0, 20.0, 30.0, 40.0));
    assertThat(series.quantile(0.25)).isEqualTo(17.5);
    assertThat(series.quantile(0.75)).isEqualTo(32.5);
    assertThat(series.quantile(0)).isEqualTo(10);
    assertThat(series.quantile(1)).isEqualTo(40);
  }

  @Test
  void isAllOfItWhereThereIsOneNumber() {
    Series series = Series.of(List.of(7.0));
    assertThat(series.median()).isEqualTo(7);
    assertThat(series.quantile(0.25)).isEqualTo(7);
  }

  @Test
  void refusesNothing() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Series.of(List.of()));
  }
}
