package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.port.contract.VectorFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes through a channel is a message, its end, or one of two failures. */
class ControlMessageFuzzTest {
  private static final Set<FailureCode> ALLOWED =
      Set.of(FailureCode.PROTOCOL_VIOLATION, FailureCode.LINK_BROKEN);
  private static final int LONG_SEED = 20_000;

  private final JsonMessageCodec codec = new JsonMessageCodec();
  private final MessageForm form = new MessageForm(new ServerMessageFlags());

  static List<byte[]> seeds() {
    return VectorFile.in(ControlMessageFuzzTest.class, "message").stream()
        .map(MessageVectorsTest::stream)
        .filter(stream -> stream.length < LONG_SEED)
        .toList();
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsAMessageOrFails(byte[] stream) {
    RecordedLink link = new RecordedLink(stream);
    read(link).ifPresent(this::checkThatItIsWrittenAsItWasRead);
    assertThat(link.largestBuffer())
        .isLessThanOrEqualTo(Math.max(FrameReader.FIRST_BYTES, 2 * stream.length));
  }

  private Optional<ControlMessage> read(RecordedLink link) {
    try {
      return codec.read(link, ConversationStage.SESSION, Duration.ofSeconds(20));
    } catch (LocalStreamException e) {
      assertThat(ALLOWED).contains(e.code());
      assertThat(e.getMessage()).hasLineCount(1);
      return Optional.empty();
    }
  }

  private void checkThatItIsWrittenAsItWasRead(ControlMessage message) {
    if (!(message instanceof ControlMessage.Unrecognised)) {
      byte[] json = form.encode(message);
      assertThat(form.decode(json, ConversationStage.SESSION)).isEqualTo(message);
      assertThat(form.encode(form.decode(json, ConversationStage.SESSION))).isEqualTo(json);
    }
  }
}
