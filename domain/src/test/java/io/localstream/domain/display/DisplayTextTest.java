package io.localstream.domain.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text.txt",
        "φωτογραφία ñ 写真 صورة",
        "🙂 \uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDEC\uD83C\uDDF7 ❤\uFE0F",
        "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
        "e\u0301"
      })
  void leavesAloneWhatIsHarmless(String text) {
    assertThat(DisplayText.escape(text)).isEqualTo(text);
  }

  @Test
  void escapesWhatMovesTheCursorOrChangesColours() {
    assertThat(DisplayText.escape("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
    assertThat(DisplayText.escape("\u009b31m")).isEqualTo("\\u009b31m");
    assertThat(DisplayText.escape("a\rb\nc\td\be\u0007\0\u007f"))
        .isEqualTo("a\\u000db\\u000ac\\u0009d\\u0008e\\u0007\\u0000\\u007f");
    assertThat(DisplayText.escape("a\u0085b\u2028c\u2029")).isEqualTo("a\\u0085b\\u2028c\\u2029");
  }

  @Test
  void escapesWhatReordersText() {
    for (char control : "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e".toCharArray()) {
      assertEscaped(control);
    }
    for (char control : "\u2066\u2067\u2068\u2069".toCharArray()) {
      assertEscaped(control);
    }
  }

  @Test
  void escapesWhatHides() {
    for (char hidden : "\u00ad\u200b\u200c\u200d\u2060\u2061\u2064\ufeff\u180e".toCharArray()) {
      assertEscaped(hidden);
    }
    assertThat(DisplayText.escape("a\udb40\udc41b")).isEqualTo("a\\u{e0041}b");
  }

  /** They have no width and no shape, though Unicode counts them as letters or marks. */
  @Test
  void escapesBlankLetters() {
    for (char blank : "\u115f\u1160\u3164\uffa0\u17b4\u17b5\u034f\u2800".toCharArray()) {
      assertEscaped(blank);
    }
  }

  private static void assertEscaped(char control) {
    assertThat(DisplayText.escape("a" + control + "b"))
        .isEqualTo(String.format("a\\u%04xb", (int) control));
  }

  @Test
  void escapesWhatIsNoCharacter() {
    assertThat(DisplayText.escape("a\ud800b")).isEqualTo("a\\ud800b");
    assertThat(DisplayText.escape("\udc00")).isEqualTo("\\udc00");
    assertThat(DisplayText.escape("\ue000\uffff\uDBFF\uDFFF"))
        .isEqualTo("\\ue000\\uffff\\u{10ffff}");
  }

  @Test
  void escapesAJoinerThatJoinsNothing() {
    assertThat(DisplayText.escape("\u200d")).isEqualTo("\\u200d");
    assertThat(DisplayText.escape("🙂\u200d\u200d")).isEqualTo("🙂\\u200d\\u200d");
    assertThat(DisplayText.escape("🙂\u200dx")).isEqualTo("🙂\\u200dx");
  }

  /** A pile of marks covers the lines around it. */
  @Test
  void cutsPilesOfMarks() {
    String pile = DisplayText.escape("a" + "\u0301".repeat(50));

    assertThat(pile).startsWith("a\u0301").contains("\\u0301").doesNotContain("\u0301".repeat(5));
  }
}
