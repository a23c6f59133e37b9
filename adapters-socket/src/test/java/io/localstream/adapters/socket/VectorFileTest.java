package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.port.contract.VectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are what their README says, and nothing of them is passed over. */
class VectorFileTest {
  private static final List<String> FOLDERS =
      List.of("announcement", "chunks", "greeting", "message", "offer");
  private static final Pattern RULE = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a: b\n", "a: b\n\nbody", "a\n\nbody\n", "a: b\na: c\n\nbody\n", "a:b\n\nx\n"})
  void refusesAFileOfAnotherForm(String content) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> new VectorFile("x", content));
  }

  @Test
  void refusesALineThatNobodyAskedFor() {
    VectorFile file = new VectorFile("x", "# about\nexpect: accepted\nlater: 1\n\nbody\n");

    assertThat(file.text("expect")).isEqualTo("accepted");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(file::requireUnderstood)
        .withMessageContaining("later");
  }

  @Test
  void refusesARuleThatIsNotKnown() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> VectorRule.of(new VectorFile("x", "rule: mood\n\n\n")));
  }

  @Test
  void areThereForEveryRule() {
    Set<VectorRule> shown =
        FOLDERS.stream()
            .flatMap(folder -> VectorFile.in(VectorFileTest.class, folder).stream())
            .filter(file -> file.text("expect").equals("refused"))
            .map(VectorRule::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(VectorRule.class)));

    assertThat(shown).isEqualTo(EnumSet.allOf(VectorRule.class));
  }

  @Test
  void areAllInAFolderThatIsRead() throws IOException {
    try (Stream<Path> files = Files.list(VectorFile.folder(VectorFileTest.class))) {
      assertThat(files.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FOLDERS);
    }
  }

  @Test
  void haveAReadmeThatListsTheRules() throws IOException {
    String readme = Files.readString(VectorFile.folder(VectorFileTest.class).resolve("README.md"));
    String rules = readme.substring(readme.indexOf("| `rule` |") + 1);

    assertThat(RULE.matcher(rules).results().map(match -> match.group(1)))
        .containsExactly(
            Stream.of(VectorRule.values()).map(VectorRule::word).toArray(String[]::new));
  }
}
