package io.localstream.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordLimitTest {
  private static final Function<String, Character> DEVICE = record -> record.charAt(0);

  private final RecordLimit limit = new RecordLimit(4, 6);

  private static Stream<String> records(String device, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> device + number);
  }

  @Test
  void nothingIsTooManyWithinBothLimits() {
    assertThat(limit.surplus(List.<String>of(), DEVICE)).isEmpty();
    assertThat(limit.surplus(List.of("a1", "b1", "a2", "b2", "a3", "a4"), DEVICE)).isEmpty();
  }

  @Test
  void aDeviceLosesItsOwnOldest() {
    List<String> records = Stream.concat(records("a", 1), records("b", 270)).toList();

    List<String> surplus = limit.surplus(records, DEVICE);

    assertThat(surplus).hasSize(266).startsWith("b1").endsWith("b266");
  }

  @Test
  void ofAllTheOneWithMostLosesItsOldest() {
    List<String> records = List.of("a1", "b1", "c1", "b2", "b3", "a2", "b4", "c2");

    assertThat(limit.surplus(records, DEVICE)).containsExactly("b1", "b2");
  }

  @Test
  void holdsAtLeastWhatOneDeviceMayHave() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordLimit(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordLimit(2, 1));
  }
}
