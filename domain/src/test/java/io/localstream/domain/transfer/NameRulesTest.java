package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {
  private static boolean isPortable(String path) {
    return Arrays.stream(path.split("/", -1))
        .allMatch(name -> !name.isEmpty() && NameRules.PORTABLE.fault(name).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file",
        "photo.jpg",
        "φωτογραφία 🙂.jpg",
        ".hidden",
        "...a",
        "a..b",
        " leading space",
        "console",
        "com10",
        "nulls",
        "a,b;c&d$e`f'g(h)[i]{j}!~#%^+=@",
        "Film\uFF1A Teil 2\uFF1F.mp4",
        "to be continued\u2026",
        "\uFF23\uFF2F\uFF2E",
        "Bildschirmfoto 10.15.30\u202FAM.png"
      })
  void arePortableWhereEverySystemCanCreateThem(String path) {
    assertThat(isPortable(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..\\x",
        "a\\b",
        "\\\\server\\share",
        "C:",
        "C:\\x",
        "C:/x",
        "c:x",
        "\\??\\C:\\x",
        "\\\\?\\C:\\x",
        "\\\\.\\nul",
        "a/..\\..\\b",
        "file::$DATA",
        "file:stream",
        "a/b:c/d"
      })
  void areNotPortableWhereTheyLeadElsewhere(String path) {
    assertThat(isPortable(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFF0E\uFF0E",
        "\uFF0E\uFF0E/x",
        "\u2024\u2024",
        "\u2025",
        ".\u2024",
        "\uFF0E",
        "a\uFF0Fb",
        "..\uFF0Fx",
        "\uFF0E\uFF0E\uFF3Cx",
        "a\uFF3Cb",
        "\uFE52\uFE52"
      })
  void areNotPortableWhereTheyLeadElsewhereOnceNormalized(String path) {
    assertThat(isPortable(path)).isFalse();
  }

  /** The characters are counted up, so that a long name costs nothing. */
  @Test
  void knowEveryCharacterThatBecomesASlashOrDots() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (Character.getType(codePoint) != Character.SURROGATE) {
        String text = Character.toString(codePoint);
        String form = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (form.contains("/") || form.contains("\\")) {
          assertThat("/\\" + NameRules.LIKE_SLASHES).contains(text);
        }
        if (form.chars().allMatch(c -> c == '.')) {
          assertThat(NameRules.LIKE_DOTS).contains(text);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NUL",
        "nul.txt",
        "NUL .txt",
        "con",
        "CON.tar.gz",
        "aux/file",
        "prn",
        "COM1",
        "com1.log",
        "COM1 .log",
        "COM\u00b9",
        "lpt\u00b2.txt",
        "LPT9",
        "com0",
        "CONIN$",
        "conout$",
        "CLOCK$"
      })
  void areNotPortableWhereTheyNameDevices(String path) {
    assertThat(isPortable(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a?, CHARACTER",
    "a., ENDING",
    "'a ', ENDING",
    "'a. .', ENDING",
    "con.txt, DEVICE",
    "a\u2028b, CHARACTER"
  })
  void sayWhatIsWrong(String name, NameFault fault) {
    assertThat(NameRules.PORTABLE.fault(name)).hasValue(fault);
    assertThat(NameRules.ANY.fault(name)).isEmpty();
  }

  @Test
  void knowHowLongANameMayBe() {
    NameRules shorter = new NameRules(false, false, 143);

    assertThat(shorter.fault("x".repeat(143))).isEmpty();
    assertThat(shorter.fault("\u00e9".repeat(72))).hasValue(NameFault.LENGTH);
  }

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "File, fILE",
    "\u00c9, e\u0301",
    "\u212b, \u00e5",
    "\u0130, i\u0307",
    "\u1e9e, ss",
    "\u01c5, \u01c6",
    "ab, a\u00adb",
    "ab, \ufeffab",
    "Readme, README",
    "\u00e9, e\u0301",
    "stra\u00dfe, STRASSE",
    "a\u200db, ab",
    "\u03c2, \u03c3",
    "\u1fb3, \u0391\u0345"
  })
  void foldWhatSomeSystemTakesForTheSame(String one, String other) {
    assertThat(NameRules.key(one)).isEqualTo(NameRules.key(other));
  }

  @Test
  void foldAnyCaseAndCanonicalFormAlike() {
    for (int codePoint = 0x80; codePoint < 0x3000; codePoint++) {
      String text = Character.toString(codePoint);
      String key = NameRules.key(text);
      for (Normalizer.Form form :
          new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
        assertThat(NameRules.key(Normalizer.normalize(text, form))).isEqualTo(key);
      }
      String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
      assertThat(NameRules.key(decomposed.toLowerCase(Locale.ROOT))).isEqualTo(key);
    }
  }

  @Test
  void neverMakeMuchMoreOfAName() {
    assertThat(NameRules.key("\ufdfa".repeat(85))).hasSize(85);
  }
}
