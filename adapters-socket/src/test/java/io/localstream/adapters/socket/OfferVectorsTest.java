package io.localstream.adapters.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.port.contract.VectorFile;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an offer may hold as a whole, when each of its messages may be. */
class OfferVectorsTest {
  private final MessageForm form = new MessageForm(new ServerMessageFlags());

  static List<VectorFile> files() {
    return VectorFile.in(OfferVectorsTest.class, "offer");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isJudgedAsTheVectorSays(VectorFile file) {
    String expected = file.text("expect");
    List<ManifestEntry> entries = new ArrayList<>();
    List<ControlMessage> messages =
        file.lines().stream()
            .map(line -> form.decode(line.getBytes(UTF_8), ConversationStage.SESSION))
            .toList();
    messages.stream()
        .skip(1)
        .forEach(each -> entries.addAll(((ControlMessage.Entries) each).entries()));

    assertThat(((ControlMessage.Offer) messages.getFirst()).entries()).isEqualTo(entries.size());
    switch (expected) {
      case "accepted" -> assertThat(new Manifest(entries).entries()).isEqualTo(entries);
      case "refused" -> {
        VectorRule.of(file);
        assertThatIllegalArgumentException().isThrownBy(() -> new Manifest(entries));
      }
      default -> throw new AssertionError(file + " expects what is not understood: " + expected);
    }
    file.requireUnderstood();
  }
}
