package io.localstream.adapters.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
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
      ControlMessage message = form.decode(example.getBytes(UTF_8), ConversationStage.SESSION);

      assertThat(json.readTree(form.encode(message))).isEqualTo(json.readTree(example));
    }
  }

  @Test
  void showsAnExampleOfEveryMessage() throws IOException {
    Set<Class<?>> shown = new HashSet<>();
    for (String example : examples()) {
      shown.add(form.decode(example.getBytes(UTF_8), ConversationStage.SESSION).getClass());
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
        .contains("65,536 bytes", "1,048,576 bytes", "262,144 bytes", "2,048", "16,384 tokens")
        .contains("nested at most " + StrictJson.MAX_NESTING + " deep");
    assertThat(MessageLimits.SHORT_BYTES).isEqualTo(65_536);
    assertThat(MessageLimits.LONG_BYTES).isEqualTo(1_048_576);
    assertThat(MessageLimits.DIGESTS_BYTES).isEqualTo(262_144);
    assertThat(StrictJson.MAX_FIRST_TOKENS).isEqualTo(2_048);
    assertThat(StrictJson.MAX_TOKENS).isEqualTo(16_384);
    assertThat(StrictJson.MAX_STREAMED_TOKENS).isEqualTo(262_144);
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
