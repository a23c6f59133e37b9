package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.localstream.adapters.cli.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a document says can be typed, can be typed. */
class DocumentedCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern ONE_SHOT =
      Pattern.compile("(?<![\\w./-])(?:bootstrap/bin/)?localstream (?![*(])([^|)\n]+)");
  private static final Pattern AT_THE_PROMPT = Pattern.compile("(?m)^localstream> (\\S.*)$");

  /** A synopsis, not a command line. */
  private static final Pattern FORM = Pattern.compile(".*(\\[|\\.\\.\\.|NAME\\|HOST).*");

  @ParameterizedTest
  @CsvSource({"../README.md, 20", "CLI.md, 40"})
  void areUnderstood(Path document, int atLeast) throws IOException {
    String text = Files.readString(document);
    List<String> oneShot = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    for (String code : code(text)) {
      oneShot.addAll(found(ONE_SHOT, code));
      typed.addAll(found(AT_THE_PROMPT, code));
    }

    assertThat(oneShot.size() + typed.size()).isGreaterThanOrEqualTo(atLeast);
    assertThat(oneShot).allSatisfy(line -> assertUnderstood(Place.ONE_SHOT, line));
    assertThat(typed).allSatisfy(line -> assertUnderstood(Place.SHELL, line));
  }

  private static List<String> code(String text) {
    List<String> code = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      code.add(block.group(1));
    }
    Matcher span = SPAN.matcher(block.replaceAll(""));
    while (span.find()) {
      code.add(span.group(1));
    }
    return code;
  }

  private static List<String> found(Pattern pattern, String code) {
    return pattern
        .matcher(code)
        .results()
        .map(found -> found.group(1))
        .filter(line -> !FORM.matcher(line).matches())
        .toList();
  }

  private static void assertUnderstood(Place place, String line) {
    assertThatCode(() -> tree(place).parse(Words.split(line))).as(line).doesNotThrowAnyException();
  }

  private static CommandTree tree(Place place) {
    Parts parts = new Parts(TestStreams.silent(), Map.of());
    DeviceFactory none =
        (_, _) -> {
          throw new IllegalStateException("nothing is run here");
        };
    DeviceSlot slot = new DeviceSlot(() -> parts.open(none, Path.of("home"), new GlobalOptions()));
    return new CommandTree(parts.commands(slot, none, "1.2.3"), place);
  }
}
