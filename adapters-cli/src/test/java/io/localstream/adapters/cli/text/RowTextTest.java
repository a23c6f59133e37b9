package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTextTest {
  @Test
  void showsEveryTimeInEveryZone() {
    for (ZoneId zone : List.of(ZoneOffset.MIN, ZoneOffset.UTC, ZoneOffset.MAX)) {
      for (Instant time : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
        assertThat(RowText.text(time, zone)).isNotBlank();
      }
    }
    assertThat(RowText.text(Instant.MAX, ZoneOffset.UTC)).isEqualTo("9999-12-31 23:59:59");
  }
}
