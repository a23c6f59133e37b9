package io.localstream.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a document is read, or found damaged; what was read is written. */
class StoreFuzzTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

  @TempDir private static Path folder;

  /** The examples of FORMATS.md, all of them for each: another document is damaged, no more. */
  static List<byte[]> documents() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(Path.of("FORMATS.md")))
        .results()
        .map(found -> found.group(1).getBytes(UTF_8))
        .toList();
  }

  private static <T> void check(JsonForm<T> form, byte[] content) {
    JsonEnvelope<T> envelope = new JsonEnvelope<>(form);
    StoredFile file = TestHome.in(folder).file("any.json");
    parse(envelope, file, content)
        .ifPresent(
            value -> assertThat(envelope.parse(file, envelope.format(value))).isEqualTo(value));
  }

  private static <T> Optional<T> parse(JsonEnvelope<T> envelope, StoredFile file, byte[] content) {
    try {
      return Optional.of(envelope.parse(file, content));
    } catch (MalformedDocumentException e) {
      assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
    } catch (LocalStreamException e) {
      assertThat(e.code()).isEqualTo(FailureCode.STORE_DAMAGED);
      assertThat(e.getMessage()).contains("newer");
    }
    return Optional.empty();
  }

  @MethodSource("documents")
  @FuzzTest
  void readsDevicesOrFindsDamage(byte[] content) {
    check(JsonTrustStore.FORM, content);
  }

  @MethodSource("documents")
  @FuzzTest
  void readsASessionOrFindsDamage(byte[] content) {
    check(new SessionForm(), content);
  }

  @MethodSource("documents")
  @FuzzTest
  void readsTransfersOrFindsDamage(byte[] content) {
    check(JsonTransferLog.FORM, content);
  }

  @MethodSource("documents")
  @FuzzTest
  void readsConnectionsOrFindsDamage(byte[] content) {
    check(JsonConnectionStore.FORM, content);
  }

  @MethodSource("documents")
  @FuzzTest
  void readsSettingsOrFindsDamage(byte[] content) {
    check(new JsonSettingsStore.Form(), content);
  }
}
