package io.localstream.domain.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"report.pdf", "anna-2", "photos/2026/a_b+c.jpg", "写真.jpg", "~x@host"})
  void leavesAPlainWordAsItIs(String name) {
    assertThat(QuotedName.of(name)).isEqualTo(name);
  }

  @Test
  void quotesWhatCouldBeTakenForAPartOfTheSentence() {
    assertThat(QuotedName.of("my cat.jpg")).isEqualTo("\"my cat.jpg\"");
    assertThat(QuotedName.of("cat.jpg(3kB)")).isEqualTo("\"cat.jpg(3kB)\"");
    assertThat(QuotedName.of("cat.jpg:")).isEqualTo("\"cat.jpg:\"");
    assertThat(QuotedName.of("a\" to b")).isEqualTo("\"a\\\" to b\"");
    assertThat(QuotedName.of("a\u00a0b")).startsWith("\"");
    assertThat(QuotedName.of("a\u3000b")).startsWith("\"");
  }

  @Test
  void countsRunsOfBlanks() {
    assertThat(QuotedName.of("cat.jpg" + " ".repeat(180) + "x"))
        .isEqualTo("\"cat.jpg{180 blanks}x\"");
    assertThat(QuotedName.of("a\u2003\u00a0\u3000b")).isEqualTo("\"a{3 blanks}b\"");
  }

  @Test
  void cutsLongNamesInTheMiddle() {
    String name = "a".repeat(16_000) + "b".repeat(400) + ".jpg";

    assertThat(QuotedName.of(name))
        .hasSize(QuotedName.COLUMNS)
        .startsWith("aaaa")
        .contains("...")
        .endsWith("bbb.jpg");
    assertThat(QuotedName.of("資".repeat(60)).length()).isLessThan(QuotedName.COLUMNS / 2 + 4);
    assertThat(QuotedName.of("a".repeat(60))).isEqualTo("a".repeat(60));
  }

  @Test
  void escapesWhatIsNotSafeToShow() {
    assertThat(QuotedName.of("a\u202eb\u001b[2J")).isEqualTo("\"a\\u202eb\\u001b[2J\"");
  }
}
