package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are found wherever they have no place. */
class CodeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7-emerald-pueblo-aardvark",
        "7 emerald pueblo aardvark",
        "pair 99 EMERALD - pueblo - aardvark",
        "x=7-eme-pue-aar",
        "piar \"7-emerlad-peublo-ardvark\""
      })
  void findsCodesEvenMistypedOnes(String text) {
    assertThat(CodeText.mayHoldOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect 192.168.1.9 8080",
        "send_file 8080 /tmp/report.pdf 2048 --to anna",
        "trust replace anna 7826 4d82 d009 49e8",
        "100-emerald-pueblo-aardvark",
        "only 77.7 GiB are free there"
      })
  void leavesOtherLines(String text) {
    assertThat(CodeText.mayHoldOne(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "7-emerald-pueblo-aardvark is wrong,(a code) is wrong",
    "there is no file 12-dog-hat-xyz.txt,there is no file 12-dog-hat-xyz.txt",
    "only 77.7 GiB are free there,only 77.7 GiB are free there",
    "nothing,nothing"
  })
  void isTakenOutOfMessages(String text, String shown) {
    assertThat(CodeText.without(text)).isEqualTo(shown);
  }
}
