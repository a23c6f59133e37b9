package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.contract.MessageCodecContract;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessageCodecTest extends MessageCodecContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TRANSFER = "\"transfer\":\"6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d\"";

  private static final String SUCCESSION =
      "{\"id\":\"6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d\",\"formerKey\":\"AQ==\","
          + "\"signingKey\":\"Ag==\",\"wrappingKey\":\"Aw==\",\"signature\":\"BA==\"}";

  private final JsonMessageCodec codec = new JsonMessageCodec();

  @Override
  protected MessageCodec codec() {
    return codec;
  }

  @Override
  protected void writeUnknown(Link link, Duration timeout) {
    byte[] json = "{\"v\":1,\"type\":\"dance\",\"steps\":[1,2,3]}".getBytes(UTF_8);
    link.write(ByteBuffer.wrap(framed(json)), timeout);
  }

  private static byte[] framed(byte[] json) {
    return ByteBuffer.allocate(Integer.BYTES + json.length).putInt(json.length).put(json).array();
  }

  private Optional<ControlMessage> read(byte[] json) {
    return codec.read(new RecordedLink(framed(json)), ConversationStage.SESSION, PATIENCE);
  }

  private Optional<ControlMessage> read(String json) {
    return read(json.getBytes(UTF_8));
  }

  private void assertRefused(String json) {
    assertFails(FailureCode.PROTOCOL_VIOLATION, () -> read(json));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, 0, MessageLimits.LONG_BYTES + 1, Integer.MAX_VALUE})
  void refusesAForbiddenLengthWithoutReadingOn(int length) {
    RecordedLink link = new RecordedLink(ByteBuffer.allocate(100).putInt(length).array());

    assertFails(
        FailureCode.PROTOCOL_VIOLATION,
        () -> codec.read(link, ConversationStage.SESSION, PATIENCE));
    assertThat(link.largestBuffer()).isEqualTo(Integer.BYTES);
  }

  @Test
  void setsNothingAsideForALengthThatIsOnlyClaimed() {
    RecordedLink link =
        new RecordedLink(ByteBuffer.allocate(10).putInt(MessageLimits.SHORT_BYTES).array());

    assertFails(
        FailureCode.LINK_BROKEN, () -> codec.read(link, ConversationStage.SESSION, PATIENCE));
    assertThat(link.largestBuffer()).isEqualTo(FrameReader.FIRST_BYTES);
  }

  @Test
  void readsAMessageOfTheGreatestLength() {
    String start = "{\"v\":1,\"type\":\"heartbeat\"}";
    byte[] json = (start + " ".repeat(MessageLimits.SHORT_BYTES - start.length())).getBytes(UTF_8);

    assertThat(json).hasSize(MessageLimits.SHORT_BYTES);
    assertThat(read(json)).contains(new ControlMessage.Heartbeat());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"hello\"",
        "[]",
        "[{\"v\":1,\"type\":\"heartbeat\"}]",
        "{",
        "{\"v\":1,\"type\":\"heartbeat\"",
        "{\"v\":1,\"type\":\"heartbeat\"}x",
        "{\"v\":1,\"type\":\"heartbeat\"}{}",
        "{\"v\":1,\"type\":\"heartbeat\"}\u0000",
        "\ufeff{\"v\":1,\"type\":\"heartbeat\"}",
        "{\"v\":1,\"type\":\"heartbeat\",}",
        "{\"v\":1,\"type\":\"heartbeat\"}//",
        "{'v':1,'type':'heartbeat'}",
        "{v:1,type:\"heartbeat\"}",
        "{\"v\":1,\"type\":\"heart\nbeat\"}",
        "{\"v\":1,\"type\":\"heartbeat\",\"n\":NaN}",
        "{\"v\":1,\"type\":\"heartbeat\",\"n\":01}",
        "{\"type\":\"heartbeat\"}",
        "{\"v\":1}",
        "{\"v\":\"1\",\"type\":\"heartbeat\"}",
        "{\"v\":1.0,\"type\":\"heartbeat\"}",
        "{\"v\":1,\"type\":7}",
        "{\"v\":1,\"type\":null}",
      })
  void refusesWhatIsNotOneObjectWithAVersionAndAType(String json) {
    assertRefused(json);
  }

  @Test
  void refusesAFieldThatIsThereTwice() {
    assertRefused("{\"v\":1,\"type\":\"heartbeat\",\"type\":\"heartbeat\"}");
    assertRefused("{\"v\":1,\"type\":\"heartbeat\",\"x\":{\"a\":1,\"a\":1}}");
  }

  @Test
  void refusesDeepNesting() {
    for (int depth : new int[] {StrictJson.MAX_NESTING, 30_000}) {
      assertRefused(
          "{\"v\":1,\"type\":\"heartbeat\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }
    int allowed = StrictJson.MAX_NESTING - 1;
    assertThat(
            read(
                "{\"v\":1,\"type\":\"heartbeat\",\"x\":"
                    + "[".repeat(allowed)
                    + "]".repeat(allowed)
                    + "}"))
        .isPresent();
  }

  @Test
  void refusesLongStringsNamesAndNumbers() {
    String heartbeat = "{\"v\":1,\"type\":\"heartbeat\",";
    assertRefused(heartbeat + "\"x\":\"" + "a".repeat(StrictJson.MAX_STRING_CHARS + 1) + "\"}");
    assertRefused(heartbeat + "\"" + "a".repeat(10_000) + "\":1}");
    assertRefused(heartbeat + "\"x\":" + "9".repeat(100) + "}");
  }

  private Optional<ControlMessage> readOfAStranger(String json) {
    return codec.read(
        new RecordedLink(framed(json.getBytes(UTF_8))), ConversationStage.INTRODUCTION, PATIENCE);
  }

  @Test
  void refusesAStrangersLengthBeforeItReadsOn() {
    byte[] beginning = ByteBuffer.allocate(100).putInt(MessageLimits.SHORT_BYTES + 1).array();
    RecordedLink link = new RecordedLink(beginning);

    assertFails(
        FailureCode.PROTOCOL_VIOLATION,
        () -> codec.read(link, ConversationStage.INTRODUCTION, PATIENCE));
    assertThat(link.largestBuffer()).isEqualTo(Integer.BYTES);
  }

  @Test
  void refusesAStrangersMessageOfManyObjects() {
    String objects = "{\"a\":1},".repeat(StrictJson.MAX_FIRST_TOKENS / 4);

    assertFails(
        FailureCode.PROTOCOL_VIOLATION,
        () -> readOfAStranger("{\"v\":1,\"type\":\"heartbeat\",\"x\":[" + objects + "1]}"));
  }

  @Test
  void takesNothingOfALongMessageWhoseTypeMayNotBeLong() {
    byte[] heartbeat = "{\"v\":1,\"type\":\"heartbeat\",\"x\":\"".getBytes(UTF_8);
    byte[] rest = new byte[MessageLimits.LONG_BYTES];
    RecordedLink link =
        new RecordedLink(
            ByteBuffer.allocate(rest.length)
                .putInt(MessageLimits.SHORT_BYTES + 1)
                .put(heartbeat)
                .array());

    assertFails(
        FailureCode.PROTOCOL_VIOLATION,
        () -> codec.read(link, ConversationStage.SESSION, PATIENCE));
    assertThat(link.largestBuffer()).isEqualTo(FrameReader.FIRST_BYTES);
  }

  private static final String PADDING = " ".repeat(MessageLimits.SHORT_BYTES);

  /** A long message with these fields. */
  private static String longMessage(String type, String fields) {
    return "{\"v\":1,\"type\":\"" + type + "\"," + TRANSFER + "," + PADDING + fields + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tickets\":[],\"had\":[{\"first\":0,\"last\":1,\"new\":{\"a\":[1]}}],\"new\":[[{}]]",
        "\"had\":[{\"first\":0,\"last\":1}],\"new\":{\"had\":[]},\"tickets\":[]",
      })
  void readsALongMessageAsAShortOne(String fields) {
    assertThat(read(longMessage("accept", fields)))
        .isEqualTo(read("{\"v\":1,\"type\":\"accept\"," + TRANSFER + "," + fields + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tickets\":[],\"had\":{}",
        "\"tickets\":[],\"had\":[1]",
        "\"tickets\":[],\"had\":[[]]",
        "\"tickets\":[],\"had\":[{\"first\":0}]",
        "\"tickets\":[],\"had\":[{\"first\":0,\"first\":0,\"last\":1}]",
        "\"tickets\":[],\"had\":[],\"had\":[]",
        "\"tickets\":{},\"had\":[]",
        "\"tickets\":[[]],\"had\":[]",
        "\"had\":[]",
        "\"tickets\":[],\"had\":[]}x",
        "\"tickets\":[],\"had\":[",
      })
  void refusesALongMessageThatIsNone(String fields) {
    assertRefused(longMessage("accept", fields));
  }

  @Test
  void refusesTheSameEntryTwiceInALongMessage() {
    String entry = "{\"entry\":1,\"reason\":\"gone\"}";

    assertThat(read(longMessage("spoilt", "\"entries\":[" + entry + "]"))).isPresent();
    assertRefused(longMessage("spoilt", "\"entries\":[" + entry + "," + entry + "]"));
  }

  @Test
  void refusesManyFieldsInAnElementOfALongMessage() {
    StringBuilder fields = new StringBuilder("\"first\":0,\"last\":1");
    for (int i = 0; i < 40; i++) {
      fields.append(",\"x").append(i).append("\":1");
    }

    assertRefused(longMessage("accept", "\"tickets\":[],\"had\":[{" + fields + "}]"));
  }

  @Test
  void refusesALongMessageThatIsNotUtf8() {
    byte[] json =
        longMessage("spoilt", "\"entries\":[{\"entry\":1,\"reason\":\"gone\"}],\"x\":\"..\"")
            .getBytes(UTF_8);
    json[json.length - 4] = (byte) 0xC0;
    json[json.length - 3] = (byte) 0xAF;

    assertFails(FailureCode.PROTOCOL_VIOLATION, () -> read(json));
  }

  @Test
  void refusesMoreThanAnyMessageHolds() {
    String many = "{\"v\":1,\"type\":\"heartbeat\",\"x\":[0" + ",0".repeat(StrictJson.MAX_TOKENS);

    assertRefused(many + "]}");
  }

  @Test
  void refusesOtherEncodings() {
    String json = "{\"v\":1,\"type\":\"heartbeat\"}";
    assertFails(
        FailureCode.PROTOCOL_VIOLATION, () -> read(json.getBytes(StandardCharsets.UTF_16BE)));
    assertFails(
        FailureCode.PROTOCOL_VIOLATION, () -> read(json.getBytes(StandardCharsets.UTF_32BE)));
    byte[] overlong = "{\"v\":1,\"type\":\"heartbeat\",\"x\":\"..\"}".getBytes(UTF_8);
    overlong[overlong.length - 4] = (byte) 0xC0;
    overlong[overlong.length - 3] = (byte) 0xAF;
    assertFails(FailureCode.PROTOCOL_VIOLATION, () -> read(overlong));
  }

  @Test
  void readsOrRefusesRandomBytes() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(60)];
      random.nextBytes(bytes);

      assertFails(FailureCode.PROTOCOL_VIOLATION, () -> read(bytes));
    }
  }

  @Test
  void passesOverFieldsThatItDoesNotKnow() {
    assertThat(read("{\"type\":\"heartbeat\",\"new\":{\"a\":[1.5,null,true]},\"v\":1}"))
        .contains(new ControlMessage.Heartbeat());
  }

  @Test
  void doesNotRecogniseALaterForm() {
    assertThat(read("{\"v\":2,\"type\":\"heartbeat\"}"))
        .contains(new ControlMessage.Unrecognised());
  }

  @ParameterizedTest
  @CsvSource({"199,APPROVAL_PENDING", "477,DECLINED", "599,INTERNAL_ERROR"})
  void takesAnUnknownStatusForTheGeneralOneOfItsArea(int code, StatusFlag flag) {
    assertThat(read("{\"v\":1,\"type\":\"status\",\"code\":" + code + ",\"name\":\"NEW\"}"))
        .contains(ControlMessage.Status.of(flag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"status\"",
        "\"type\":\"status\",\"code\":null",
        "\"type\":\"status\",\"code\":\"100\"",
        "\"type\":\"status\",\"code\":100.5",
        "\"type\":\"status\",\"code\":-100",
        "\"type\":\"status\",\"code\":99",
        "\"type\":\"status\",\"code\":999",
        "\"type\":\"status\",\"code\":4294967396",
        "\"type\":\"status\",\"code\":100,\"transfer\":7",
        "\"type\":\"status\",\"code\":100,\"transfer\":\"1-1-1-1-1\"",
        "\"type\":\"status\",\"code\":100,\"transfer\":\"6F1C3A52-7F6F-4C83-9C0E-0D1F2A3B4C5D\"",
      })
  void refusesAStatusThatIsNone(String fields) {
    assertRefused("{\"v\":1," + fields + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\":1,\"name\":\"a\"",
        "\"version\":0,\"name\":\"a\",\"wrappingKey\":\"AQ==\"",
        "\"version\":1,\"name\":\"\",\"wrappingKey\":\"AQ==\"",
        "\"version\":1,\"name\":\"a\\u0007\",\"wrappingKey\":\"AQ==\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"AQ\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"AR==\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"AQ==\\n\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"_w==\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"AQ==\",\"mac\":\"\"",
        "\"version\":1,\"name\":\"a\",\"wrappingKey\":\"AQ==\",\"mac\":6",
      })
  void refusesAHelloThatIsNone(String fields) {
    assertRefused("{\"v\":1,\"type\":\"hello\"," + fields + "}");
  }

  private static String helloWith(String fields) {
    return "{\"v\":1,\"type\":\"hello\",\"version\":1,\"name\":\"a\",\"wrappingKey\":\"AQ==\""
        + fields
        + "}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"code\":null,\"claim\":null,\"successions\":null"})
  void readsTheHelloOfADeviceThatKnowsNoCodes(String fields) {
    assertThat(read(helloWith(fields)))
        .contains(
            new ControlMessage.Hello(
                1,
                new DeviceName("a"),
                new PublicKey(new byte[] {1}),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"code\":0",
        "\"code\":100",
        "\"code\":-1",
        "\"code\":\"7\"",
        "\"code\":1.5",
        "\"code\":7.0",
        "\"code\":4294967303",
        "\"code\":[7]",
        "\"claim\":7",
        "\"claim\":\"\"",
        "\"claim\":\"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==\"",
        "\"claim\":\"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh\"",
        "\"claim\":\"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA\"",
        "\"successions\":{}",
        "\"successions\":\"\"",
        "\"successions\":[null]",
        "\"successions\":[{}]",
        "\"successions\":[[]]",
      })
  void refusesAHelloWithAFieldThatIsNone(String field) {
    assertRefused(helloWith("," + field));
  }

  private static String succeeding(String... successions) {
    return helloWith(",\"successions\":[" + String.join(",", successions) + "]");
  }

  @Test
  void readsNoMoreSuccessionsThanADeviceTells() {
    String[] most = Collections.nCopies(Succession.MAX_TOLD, SUCCESSION).toArray(String[]::new);
    String[] more = Collections.nCopies(Succession.MAX_TOLD + 1, SUCCESSION).toArray(String[]::new);

    assertThat(read(succeeding(most))).isPresent();
    assertRefused(succeeding(more));
  }

  @ParameterizedTest
  @CsvSource({
    "6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d,6F1C3A52-7F6F-4C83-9C0E-0D1F2A3B4C5D",
    "6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d,1-1-1-1-1",
    "id,ID",
    "AQ==,AQ",
    "\"AQ==\",1",
    "formerKey,former",
    "Ag==,''",
    "signingKey,wrappingKey",
    "Aw==,''",
    "BA==,''",
    "\"BA==\",null"
  })
  void refusesASuccessionThatIsNone(String right, String wrong) {
    assertRefused(succeeding(SUCCESSION.replace(right, wrong)));
  }

  @Test
  void refusesASignatureThatIsTooLong() {
    byte[] signature = new byte[Succession.MAX_SIGNATURE_BYTES + 1];

    assertRefused(
        succeeding(SUCCESSION.replace("BA==", Base64.getEncoder().encodeToString(signature))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"payload\":\"AQ==\"",
        "\"round\":1",
        "\"round\":0,\"payload\":\"AQ==\"",
        "\"round\":4,\"payload\":\"AQ==\"",
        "\"round\":-1,\"payload\":\"AQ==\"",
        "\"round\":\"1\",\"payload\":\"AQ==\"",
        "\"round\":1.5,\"payload\":\"AQ==\"",
        "\"round\":null,\"payload\":\"AQ==\"",
        "\"round\":1,\"payload\":\"\"",
        "\"round\":1,\"payload\":null",
        "\"round\":1,\"payload\":1",
        "\"round\":1,\"payload\":[1]",
        "\"round\":1,\"payload\":\"AQ\"",
      })
  void refusesAPairingThatIsNone(String fields) {
    assertRefused("{\"v\":1,\"type\":\"pairing\"," + fields + "}");
  }

  @Test
  void refusesAPairingThatIsTooLong() {
    byte[] payload = new byte[Pairing.MAX_PAYLOAD_BYTES + 1];

    assertRefused(
        "{\"v\":1,\"type\":\"pairing\",\"round\":2,\"payload\":\""
            + Base64.getEncoder().encodeToString(payload)
            + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "[1]",
        "[null]",
        "[{}]",
        "[{\"path\":\"../x\",\"size\":1,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":420}]",
        "[{\"path\":\"/x\",\"size\":1,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":420}]",
        "[{\"path\":\"C:x\",\"size\":1,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":420}]",
        "[{\"path\":\"\\ud800\",\"size\":1,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":420}]",
        "[{\"path\":\"x\",\"size\":-1,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":420}]",
        "[{\"path\":\"x\",\"size\":1e3,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":420}]",
        "[{\"path\":\"x\",\"size\":9223372036854775808,\"modified\":\"2026-01-01T00:00:00Z\","
            + "\"permissions\":420}]",
        "[{\"path\":\"x\",\"size\":1,\"modified\":\"yesterday\",\"permissions\":420}]",
        "[{\"path\":\"x\",\"size\":1,\"modified\":0,\"permissions\":420}]",
        "[{\"path\":\"x\",\"size\":1,\"modified\":\"2026-01-01T00:00:00Z\",\"permissions\":2541}]",
      })
  void refusesFilesThatMayNotBe(String files) {
    assertRefused(
        "{\"v\":1,\"type\":\"offer\","
            + TRANSFER
            + ",\"attempt\":1,\"chunkSize\":1048576,\"files\":"
            + files
            + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[1]",
        "[\"AQ==\"]",
        "[\"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==\"]"
      })
  void refusesTicketsThatAreNone(String tickets) {
    assertRefused("{\"v\":1,\"type\":\"accept\"," + TRANSFER + ",\"tickets\":" + tickets + "}");
  }

  @Test
  void saysNothingOfWhatThePeerWrote() {
    for (String json :
        new String[] {
          "{\"v\":1,\"type\":\"status\",\"code\":100,\"transfer\":\"EVIL\"}", "EVIL", "{\"EVIL\":}"
        }) {
      assertThatThrownBy(() -> read(json))
          .hasMessageContaining(RecordedLink.REMOTE.toString())
          .hasMessageNotContaining("EVIL");
    }
  }
}
