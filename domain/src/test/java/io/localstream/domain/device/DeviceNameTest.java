package io.localstream.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u3000", "a\nb", "a\u001b[2Jb", "a\0", "\u009b", "a\ud800", "\udc00b"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> new DeviceName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasUpTo64Characters() {
    assertThat(new DeviceName("🙂".repeat(64)).value()).hasSize(128);
    assertThatThrownBy(() -> new DeviceName("x".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isShownEscaped() {
    assertThat(new DeviceName("evil\u202egnp")).hasToString("evil\\u202egnp");
  }
}
