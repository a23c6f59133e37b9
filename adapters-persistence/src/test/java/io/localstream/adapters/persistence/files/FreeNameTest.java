package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeNameTest {
  @ParameterizedTest
  @CsvSource({
    "photo.jpg, photo (1).jpg",
    "photo, photo (1)",
    ".profile, .profile (1)",
    ".profile.bak, .profile (1).bak",
    "archive.tar.gz, archive.tar (1).gz",
  })
  void putsTheNumberBeforeTheEnding(String name, String expected) {
    assertThat(FreeName.of(name, 1)).isEqualTo(expected);
  }

  @Test
  void putsTheNumberBehindTheNameOfAFolder() {
    assertThat(FreeName.ofFolder("v1.2", 1)).isEqualTo("v1.2 (1)");
  }

  @Test
  void beginsWithTheNameItself() {
    assertThat(FreeName.of("name", 0)).isEqualTo("name");
  }

  @Test
  void shortensANameByWholeCharacters() {
    String shortened = FreeName.of("🙂".repeat(62) + ".jpeg", 12);

    assertThat(shortened).isEqualTo("🙂".repeat(61) + " (12).jpeg");
    assertThat(shortened.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
  }
}
