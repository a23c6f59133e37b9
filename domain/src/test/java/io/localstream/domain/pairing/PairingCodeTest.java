package io.localstream.domain.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7-emerald-pueblo-aardvark",
        " 7 emerald pueblo aardvark ",
        "7 - Emerald - PUEBLO - Aardvark",
        "7-eme-pue-aar",
        "7-emeral-pueb-aardvark"
      })
  void takesWhatPeopleType(String typed) {
    PairingCode code = PairingCode.parse(typed);

    assertThat(code.number()).isEqualTo(7);
    assertThat(code.spoken()).isEqualTo("7-emerald-pueblo-aardvark");
    assertThat(code.secret()).isEqualTo("emerald-pueblo-aardvark".getBytes(US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        " -- ",
        "7",
        "emerald-pueblo-aardvark",
        "7-emerald-pueblo",
        "7-emerald-pueblo-aardvark-oat",
        "0-emerald-pueblo-aardvark",
        "100-emerald-pueblo-aardvark",
        "-7-emerald-pueblo-aardvark",
        "07-emerald-pueblo-aardvark",
        "٧-emerald-pueblo-aardvark",
        "7-em-pueblo-aardvark",
        "7-emerald-pueblo-"
      })
  void refusesWhatIsNoCode(String typed) {
    assertThatThrownBy(() -> PairingCode.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank()
        .hasLineCount(1);
  }

  @Test
  void refusesEndlessInput() {
    assertThatThrownBy(() -> PairingCode.parse("7-" + "emerald-".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"emerold,emerald", "pubelo,pueblo", "ardvark,aardvark", "zodiak,zodiac"})
  void namesTheWordThatWasMeantAndNotTheOthers(String mistake, String meant) {
    assertThatThrownBy(() -> PairingCode.parse("7-" + mistake + "-tamale-glove"))
        .hasMessageContaining(meant)
        .message()
        .doesNotContain("tamale", "glove");
  }

  @Test
  void tellsItsNumberAlone() {
    assertThat(PairingCode.of(7, 1, 2, 3)).hasToString("code 7");
  }

  @Test
  void isOfNoUseOnceItIsWiped() {
    PairingCode code = PairingCode.of(7, 1, 2, 3);
    byte[] copy = code.secret();

    code.close();
    code.close();

    assertThatThrownBy(code::secret).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(code::spoken).isInstanceOf(IllegalStateException.class);
    assertThat(code.number()).isEqualTo(7);
    assertThat(copy).isNotEmpty().doesNotContain(0);
  }

  @Test
  void hasThreeWordsAndANumber() {
    assertThatThrownBy(() -> PairingCode.of(0, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PairingCode.of(100, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PairingCode.of(1, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PairingCode.of(1, 1, 2, 1_296))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
