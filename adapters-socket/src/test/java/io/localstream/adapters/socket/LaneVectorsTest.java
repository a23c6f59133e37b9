package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.contract.VectorFile;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.ReceivedChunks;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first bytes of connections, and the headers of chunks. */
class LaneVectorsTest {
  private final BinaryLaneFraming framing = new BinaryLaneFraming();

  static List<VectorFile> greetings() {
    return VectorFile.in(LaneVectorsTest.class, "greeting");
  }

  static List<VectorFile> lanes() {
    return VectorFile.in(LaneVectorsTest.class, "chunks");
  }

  @ParameterizedTest
  @MethodSource("greetings")
  void greetsAsTheVectorSays(VectorFile file) {
    RecordedLink link = new RecordedLink(file.hex());
    String expected = file.text("expect");
    switch (expected) {
      case "accepted" -> checkGreeting(file, read(link));
      case "refused" -> assertFails(VectorRule.of(file).failure(), () -> read(link));
      case "broken" -> assertFails(FailureCode.LINK_BROKEN, () -> read(link));
      default -> throw new AssertionError(file + " expects what is not understood: " + expected);
    }
    file.requireUnderstood();
  }

  private static Greeting read(RecordedLink link) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    return GreetingForm.decode(GreetingForm.exactly(1, link, deadline)[0], link, deadline);
  }

  private static void checkGreeting(VectorFile file, Greeting greeting) {
    switch (file.text("type")) {
      case "control" -> assertThat(greeting).isEqualTo(new Greeting.Control());
      case "lane" -> {
        byte[] ticket = HexFormat.of().parseHex(file.text("ticket"));
        assertThat(greeting).isEqualTo(new Greeting.Lane(new LaneTicket(ticket)));
        byte[] again = GreetingForm.encode(greeting).array();
        assertThat(again).isEqualTo(Arrays.copyOf(file.hex(), again.length));
      }
      default -> throw new AssertionError(file + " is of a type that is not understood");
    }
  }

  @ParameterizedTest
  @MethodSource("lanes")
  void takesChunksAsTheVectorSays(VectorFile file) {
    ChunkPlan plan =
        new ChunkPlan(
            Long.parseLong(file.text("total-bytes")),
            new ChunkSize(Integer.parseInt(file.text("chunk-size"))));
    ReceivedChunks received = new ReceivedChunks(plan.count(), had(file));
    List<byte[]> headers = file.lines().stream().map(HexFormat.of()::parseHex).toList();
    boolean refused = file.text("expect").equals("refused");
    headers.stream()
        .limit(headers.size() - (refused ? 1 : 0))
        .forEach(header -> assertThat(refusal(header, plan, received)).isEmpty());
    if (refused) {
      assertThat(refusal(headers.getLast(), plan, received)).contains(VectorRule.of(file));
    }
    file.requireUnderstood();
  }

  private static List<ChunkRange> had(VectorFile file) {
    return file.take("had").stream()
        .flatMap(all -> Arrays.stream(all.split(" ")))
        .map(range -> range.split("-"))
        .map(ends -> new ChunkRange(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
        .toList();
  }

  /** Why a receiver does not take it. */
  private Optional<VectorRule> refusal(byte[] bytes, ChunkPlan plan, ReceivedChunks received) {
    if (bytes.length < framing.headerBytes()) {
      return Optional.of(VectorRule.CUT_OFF);
    }
    ChunkHeader header;
    try {
      header = framing.decode(ByteBuffer.wrap(bytes));
    } catch (LocalStreamException e) {
      assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION);
      return Optional.of(VectorRule.HEADER);
    }
    ByteBuffer again = ByteBuffer.allocate(framing.headerBytes());
    framing.encode(header, again);
    assertThat(again.array()).isEqualTo(bytes);
    if (header.index() >= plan.count() || !header.equals(plan.header(header.index()))) {
      return Optional.of(VectorRule.AGREED);
    }
    return received.add(header.index()) ? Optional.empty() : Optional.of(VectorRule.ONCE);
  }
}
