package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelativePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "file",
        "photo.jpg",
        "φωτογραφία 🙂.jpg",
        "πρώτος/δεύτερος/τρίτος.txt",
        ".hidden",
        "...a",
        "a..b",
        " leading space",
        "console",
        "com10",
        "common.txt",
        "nulls",
        "a,b;c&d$e`f'g(h)[i]{j}!~#%^+=@",
        "family \uD83D\uDC69\u200D\uD83D\uDC67.png"
      })
  void acceptsOrdinaryNames(String path) {
    assertThat(new RelativePath(path).value()).isEqualTo(path);
  }

  /** What a destination can't hold, it refuses itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is this?.txt",
        "log 2026-12-01 10:00.txt",
        "cur/1700000000.M1P2.host:2,S",
        "a\\b",
        "..\\x",
        "C:\\x",
        "con.txt",
        "ends.",
        "ends ",
        "...",
        "\uFF0E\uFF0E",
        "a\uFF0Fb",
        "a\u2028b",
        "to be continued\u2026"
      })
  void acceptsWhatSomeSystemCanHold(String path) {
    assertThat(new RelativePath(path).value()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ".",
        "..",
        "./",
        "../x",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "/etc/passwd",
        "//server/share"
      })
  void refusesWhatLeadsElsewhere(String path) {
    assertRefused(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\0b",
        "a\nb",
        "a\rb",
        "a\u001b[2Jb",
        "a\u0007b",
        "a\u007fb",
        "a\u009bb",
        "a\u0085b",
        "a\ud800",
        "\udc00b",
        "a\udc00\ud800b"
      })
  void refusesControlCharactersAndHalves(String path) {
    assertRefused(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".localstream-part",
        ".a.localstream-part/journal",
        "deep/.a~1.localstream-part/0",
        "x.LocalStream-Part",
        ".x.local\u017Ftream-part",
        ".x.localstream-pa\u200Brt",
        ".x.localstream-part\uFEFF",
        "\uFF0Elocalstream-\uFF50art",
        ".5f0c9d5e-6d0b-4f0e-9a55-3c1d8e1f2a3b.localstream-bench"
      })
  void refusesWhatADeviceWouldTakeForItsOwn(String path) {
    assertRefused(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localstream-part", ".x.localstream-parts", ".x.localstream-part.txt", "é-part"})
  void acceptsWhatOnlyLooksAlike(String path) {
    assertThat(new RelativePath(path).value()).isEqualTo(path);
  }

  @Test
  void limitsTheLengthOfNamesInBytes() {
    assertThatCode(() -> new RelativePath("x".repeat(255))).doesNotThrowAnyException();
    assertThatCode(() -> new RelativePath("€".repeat(85))).doesNotThrowAnyException();
    assertRefused("x".repeat(256));
    assertRefused("x".repeat(300));
    assertRefused("€".repeat(86));
    assertRefused("🙂".repeat(64));
    assertRefused("ok/" + "x".repeat(256));
  }

  @Test
  void limitsTheLevels() {
    assertThatCode(() -> new RelativePath("x/".repeat(63) + "x")).doesNotThrowAnyException();
    assertRefused("x/".repeat(64) + "x");
    assertRefused("x/".repeat(500) + "x");
    assertRefused("/".repeat(10_000_000));
    assertRefused("x".repeat(10_000_000));
  }

  @Test
  void hasSegments() {
    RelativePath path = new RelativePath("a/b/c.txt");

    assertThat(path.segments()).containsExactly("a", "b", "c.txt");
    assertThat(path.fileName()).isEqualTo("c.txt");
  }

  @Test
  void isShownEscaped() {
    assertThat(new RelativePath("invoice\u202Efdp.exe").display())
        .isEqualTo("invoice\\u202efdp.exe");
    assertThat(new RelativePath("a\u200Bb")).hasToString("a\\u200bb");
  }

  private static void assertRefused(String path) {
    assertThatThrownBy(() -> new RelativePath(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
