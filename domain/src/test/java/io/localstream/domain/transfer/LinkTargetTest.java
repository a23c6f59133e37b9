package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTest {
  @ParameterizedTest
  @CsvSource({
    "a, 0",
    "a/b/c, 0",
    "..a, 0",
    "../a, 1",
    "../../a/b, 2",
    ".., 1",
    "../.., 2",
    "../../.., 3"
  })
  void goesUpAndThenDown(String value, int levelsUp) {
    assertThat(new LinkTarget(value).levelsUp()).isEqualTo(levelsUp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ".",
        "./a",
        "a/.",
        "a/",
        "../",
        "../../",
        "/etc/passwd",
        "//host/share",
        "a/../../b",
        "a/..",
        "../a/../../b",
        ".././a",
        "..//a",
        "a//b",
        "a\0b",
        "a\nb",
        "a\ud800"
      })
  void refusesWhatIsNotAPlaceBelowOrAbove(String value) {
    assertThatThrownBy(() -> new LinkTarget(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPathThatIsTooLongOrTooDeep() {
    assertThatThrownBy(() -> new LinkTarget("x".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LinkTarget("x/".repeat(64) + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isShownWithoutHarm() {
    assertThat(new LinkTarget("a\u202eb")).hasToString("a\\u202eb");
  }
}
