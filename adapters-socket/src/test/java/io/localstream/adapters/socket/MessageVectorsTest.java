package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.contract.VectorFile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Frames and the messages in them, as another implementation would send them. */
class MessageVectorsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FEW_BYTES = 2_000;

  private final JsonMessageCodec codec = new JsonMessageCodec();
  private final MessageForm form = new MessageForm(new ServerMessageFlags());
  private final JsonMapper json = JsonMapper.builder().build();

  static List<VectorFile> files() {
    return VectorFile.in(MessageVectorsTest.class, "message");
  }

  static List<VectorFile> acceptedFiles() {
    return files().stream().filter(file -> file.text("expect").equals("accepted")).toList();
  }

  static byte[] stream(VectorFile file) {
    return switch (file.text("form")) {
      case "hex" -> file.hex();
      case "json" -> framed(file.utf8());
      default -> throw new AssertionError(file + " has a body that is not understood");
    };
  }

  private static byte[] framed(byte[] json) {
    return ByteBuffer.allocate(Integer.BYTES + json.length).putInt(json.length).put(json).array();
  }

  private Optional<ControlMessage> read(byte[] bytes) {
    return read(bytes, ConversationStage.SESSION);
  }

  private Optional<ControlMessage> read(byte[] bytes, ConversationStage stage) {
    return codec.read(new RecordedLink(bytes), stage, PATIENCE);
  }

  private ControlMessage readOne(byte[] bytes) {
    return read(bytes).orElseThrow();
  }

  private static ConversationStage stage(VectorFile file) {
    return file.take("stage")
        .map(stage -> ConversationStage.valueOf(stage.toUpperCase(Locale.ROOT)))
        .orElse(ConversationStage.SESSION);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAsTheVectorSays(VectorFile file) {
    String expected = file.text("expect");
    byte[] bytes = stream(file);
    ConversationStage stage = stage(file);
    switch (expected) {
      case "accepted" -> {
        assertThat(read(bytes, stage)).isPresent();
        checkAccepted(file, bytes);
      }
      case "unknown" -> assertThat(readOne(bytes)).isEqualTo(new ControlMessage.Unrecognised());
      case "refused" -> assertFails(VectorRule.of(file).failure(), () -> read(bytes, stage));
      case "broken" -> assertFails(FailureCode.LINK_BROKEN, () -> read(bytes));
      case "end" -> assertThat(read(bytes)).isEmpty();
      default -> throw new AssertionError(file + " expects what is not understood: " + expected);
    }
    file.requireUnderstood();
  }

  private void checkAccepted(VectorFile file, byte[] bytes) {
    ControlMessage message = readOne(bytes);
    byte[] again = form.encode(message);
    assertThat(json.readTree(again).path("type").stringValue()).isEqualTo(file.text("type"));
    assertThat(readOne(framed(again))).isEqualTo(message);
    file.take("flag")
        .ifPresent(flag ->
            assertThat(message).isEqualTo(ControlMessage.Status.of(StatusFlag.valueOf(flag))));
    file.take("again")
        .ifPresent(how -> {
          assertThat(how).isEqualTo("same");
          byte[] sent = Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
          assertThat(json.readTree(again)).isEqualTo(json.readTree(sent));
        });
  }

  @ParameterizedTest
  @MethodSource("acceptedFiles")
  void isBrokenWhereverItIsCutOff(VectorFile file) {
    byte[] bytes = framed(form.encode(readOne(stream(file))));
    assertThat(read(Arrays.copyOf(bytes, 0))).isEmpty();
    for (int length = 1; length < Math.min(bytes.length, FEW_BYTES); length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertFails(FailureCode.LINK_BROKEN, () -> read(cut));
    }
  }

  @Test
  void areThereForEveryMessageAndEveryStatus() {
    Set<Class<?>> shown = new HashSet<>();
    Set<StatusFlag> flags = EnumSet.noneOf(StatusFlag.class);
    for (VectorFile file : acceptedFiles()) {
      ControlMessage message = readOne(stream(file));
      shown.add(message.getClass());
      if (message instanceof ControlMessage.Status status) {
        flags.add(status.flag());
      }
    }
    Set<Class<?>> all = kinds(ControlMessage.class).collect(Collectors.toSet());
    // It has vectors that expect just that.
    all.remove(ControlMessage.Unrecognised.class);

    assertThat(shown).isEqualTo(all);
    assertThat(flags).isEqualTo(EnumSet.allOf(StatusFlag.class));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(MessageVectorsTest::kinds)
        : Stream.of(type);
  }
}
