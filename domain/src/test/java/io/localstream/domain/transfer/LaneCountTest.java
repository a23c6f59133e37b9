package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneCountTest {
  @ParameterizedTest
  @CsvSource({
    "0,1,1",
    "0,2,1",
    "0,4,1",
    "300,8,2",
    "300,16,4",
    "3999,64,4",
    "4000,2,8",
    "50000,2,16"
  })
  void fitsDistanceAndProcessor(long roundTripMicros, int cores, int lanes) {
    Duration roundTrip = Duration.ofNanos(roundTripMicros * 1_000);
    assertThat(LaneCount.fitting(roundTrip, cores)).isEqualTo(new LaneCount(lanes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "17", "-1", "", "two", "1.5", "99999999999"})
  void refusesWhatIsNoNumberOfLanes(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaneCount.parse(text))
        .withMessageContaining("1 to 16");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "' 16 ',16"})
  void readsANumber(String text, int lanes) {
    assertThat(LaneCount.parse(text)).isEqualTo(new LaneCount(lanes));
  }
}
