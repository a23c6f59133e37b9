package io.localstream.adapters.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.message.ControlMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** PROTOCOL.md says what the code does. */
class ProtocolDocumentTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [0-9]{3} \\|.*$");

  private final MessageForm form = new MessageForm(new ServerMessageFlags());
  private final JsonMapper json = JsonMapper.builder().build();

  private static String document() throws IOException {
    return Files.readString(Path.of("PROTOCOL.md"));
  }

  private static List<String> examples() throws IOException {
    return EXAMPLE.matcher(document()).results().map(match -> match.group(1)).toList();
  }

  @Test
  void showsExamplesThatAreWrittenAsTheyAreRead() throws IOException {
    for (String example : examples()) {
      ControlMessage message = form.decode(example.getBytes(UTF_8));

      assertThat(json.readTree(form.encode(message))).isEqualTo(json.readTree(example));
    }
  }

  @Test
  void showsAnExampleOfEveryMessage() throws IOException {
    Set<Class<?>> shown = new HashSet<>();
    for (String example : examples()) {
      shown.add(form.decode(example.getBytes(UTF_8)).getClass());
    }
    Set<Class<?>> all = kinds(ControlMessage.class).collect(Collectors.toSet());
    all.remove(ControlMessage.Unrecognised.class);

    assertThat(shown).isEqualTo(all);
  }

  /** Some kinds are grouped. */
  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ProtocolDocumentTest::kinds)
        : Stream.of(type);
  }

  @Test
  void listsTheStatusFlags() throws IOException {
    String rows = ROW.matcher(document()).results().map(match -> match.group()).collect(lines());

    assertThat(rows)
        .isEqualTo(new ServerMessageFlags().entries().stream().map(this::row).collect(lines()));
  }

  @Test
  void namesTheLimits() throws IOException {
    assertThat(document())
        .contains("4,194,304 bytes", "nested at most " + StrictJson.MAX_NESTING + " deep");
    assertThat(JsonMessageCodec.MAX_BYTES).isEqualTo(4_194_304);
  }

  private String row(ServerMessageFlags.Entry entry) {
    return String.format(
        "| %d | `%s` | %s | %s |",
        entry.number(), entry.flag(), entry.text(), entry.retryable() ? "yes" : "no");
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }
}
