package io.localstream.domain.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A .gitignore may come with a folder from anybody. */
class IgnoreRulesFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "a/b.o\n*.o\n!b.o\n",
            "a/b\n/a/**\n",
            "x\n[a-z]\n",
            "x\n[!a]\n[]]\n[[:alpha:]]\n[[:]\n[a",
            "a b \na\\ b\\ \n",
            "a/b/c\n**/c\na/**/c\n**\n",
            "a\n\\\n",
            "\u00e9\n[\u00e0-\u00ff]\n",
            "a/b\nb/\r\n#c\n\\#d\n\ufeffe",
            "aaaa\n" + "*a".repeat(40),
            "a/a/a\n" + "**/".repeat(40),
            "x\n[" + "a".repeat(5_000) + "]")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void decidesWhateverIsWritten(byte[] data) {
    String[] pathAndRules = new String(data, UTF_8).split("\n", 2);
    String rules = pathAndRules.length == 2 ? pathAndRules[1] : "";
    IgnoreRules none = new IgnoreRules(new Selection(List.of(), true, false));
    IgnoreRules some = none.in("", rules);
    for (boolean folder : new boolean[] {false, true}) {
      boolean leftOut = some.leaveOut(pathAndRules[0], folder);
      assertThat(some.leaveOut(pathAndRules[0], folder)).isEqualTo(leftOut);
      // An empty file around it, and one of comments within, change nothing.
      assertThat(none.in("", "").in("", rules).leaveOut(pathAndRules[0], folder))
          .isEqualTo(leftOut);
      assertThat(some.in("", "# " + pathAndRules[0]).leaveOut(pathAndRules[0], folder))
          .isEqualTo(leftOut);
    }
  }
}
