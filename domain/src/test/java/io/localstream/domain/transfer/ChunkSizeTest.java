package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkSizeTest {
  @ParameterizedTest
  @CsvSource({
    "1024, 1048576",
    "1, 1024",
    "64K, 65536",
    "64k, 65536",
    "64 KiB, 65536",
    "64KB, 65536",
    "4M, 4194304",
    "4 MiB, 4194304",
    "' 2m ', 2097152",
  })
  void isKiBUnlessAUnitIsGiven(String text, int bytes) {
    assertThat(ChunkSize.parse(text)).isEqualTo(new ChunkSize(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "K",
        "-1",
        "0",
        "0K",
        "1.5M",
        "5M",
        "4097",
        "1G",
        "0x10",
        "1e3",
        "64 K B",
        "64Ki",
        "999999999M",
        "99999999999999999999",
        "٦٤",
        "1024\n2",
        "+5"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> ChunkSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1023, (4 << 20) + 1, Integer.MAX_VALUE})
  void refusesSizesOutsideItsLimits(int bytes) {
    assertThatThrownBy(() -> new ChunkSize(bytes)).isInstanceOf(IllegalArgumentException.class);
  }
}
