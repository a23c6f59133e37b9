package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 bytes",
    "1,1 byte",
    "999,999 bytes",
    "1000,1.0 kB",
    "12345678,12.3 MB",
    "999949,999.9 kB",
    "999950,1.0 MB",
    "1073741824,1.1 GB",
    "9223372036854775807,9.2 EB"
  })
  void showsSizesInDecimalUnits(long bytes, String shown) {
    assertThat(Quantities.size(bytes)).isEqualTo(shown);
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Quantities.size(12_345_678)).isEqualTo("12.3 MB");
      assertThat(Quantities.time(Duration.ofMillis(3_210))).isEqualTo("3.2 s");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0.012S,12 ms", "PT3.21S,3.2 s", "PT2M5S,2 min 5 s", "PT62M,1 h 2 min"})
  void showsTimes(Duration time, String shown) {
    assertThat(Quantities.time(time)).isEqualTo(shown);
  }

  @Test
  void showsRates() {
    assertThat(Quantities.rate(12_000_000, Duration.ofSeconds(3))).isEqualTo("4.0 MB/s");
    assertThat(Quantities.rate(0, Duration.ZERO)).isEqualTo("0 bytes/s");
  }

  @ParameterizedTest
  @CsvSource({"0,0,100", "0,10,0", "999,1000,99", "1000,1000,100", "1,3,33"})
  void showsWholePercentAndHundredOnlyInTheEnd(long done, long total, int percent) {
    assertThat(Quantities.percent(done, total)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"30,PT30S", "30s,PT30S", "5m,PT5M", "1h,PT1H", "0,PT0S", "99999999h,P3650D"})
  void readsWaits(String typed, Duration wait) {
    assertThat(WaitTime.parse(typed)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1w", "1.5", "s", "5 m", "999999999"})
  void refusesOtherWaits(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> WaitTime.parse(typed));
  }

  @Test
  void tellsAWaitThatHasBegunToRunOutOfForeverAsEndless() {
    assertThat(WaitTime.describe(WaitTime.FOREVER.minusSeconds(1))).isEqualTo("until Ctrl-C");
    assertThat(WaitTime.describe(Duration.ofSeconds(90))).isEqualTo("for 1 min 30 s");
  }
}
