package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void splitsAtSpaces() {
    assertThat(Words.split("  a\tb  c ")).containsExactly("a", "b", "c");
    assertThat(Words.split(" ")).isEmpty();
  }

  @Test
  void honoursQuotes() {
    assertThat(Words.split("'a b' \"c 'd'\" e\"f g\"h ''"))
        .containsExactly("a b", "c 'd'", "ef gh", "");
  }

  @Test
  void protectsSpacesAndQuotesWithABackSlashAndKeepsOthers() {
    assertThat(Words.split("a\\ b \\\"c C:\\dir\\x \"d\\\"e\" 'f\\'"))
        .containsExactly("a b", "\"c", "C:\\dir\\x", "d\"e", "f\\");
  }

  @Test
  void endsAtAComment() {
    assertThat(Words.split("a#b c #d")).containsExactly("a#b", "c");
    assertThat(Words.split("# a")).isEmpty();
    assertThat(Words.split("'#' a")).containsExactly("#", "a");
  }

  @Test
  void refusesAnOpenQuote() {
    assertThatIllegalArgumentException().isThrownBy(() -> Words.split("a 'b"));
  }
}
