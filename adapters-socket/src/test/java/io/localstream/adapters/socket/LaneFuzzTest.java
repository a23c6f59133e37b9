package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.contract.VectorFile;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers send before anything is proved, and what stands before chunks. */
class LaneFuzzTest {
  private static final Set<FailureCode> ALLOWED =
      Set.of(FailureCode.PROTOCOL_VIOLATION, FailureCode.LINK_BROKEN);

  private final BinaryLaneFraming framing = new BinaryLaneFraming();

  static List<byte[]> greetings() {
    return VectorFile.in(LaneFuzzTest.class, "greeting").stream().map(VectorFile::hex).toList();
  }

  static Stream<byte[]> headers() {
    return VectorFile.in(LaneFuzzTest.class, "chunks").stream().map(VectorFile::hex);
  }

  @MethodSource("greetings")
  @FuzzTest
  void greetsOrFails(byte[] stream) {
    RecordedLink link = new RecordedLink(stream);
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    try {
      byte first = GreetingForm.exactly(1, link, deadline)[0];
      Greeting greeting = GreetingForm.decode(first, link, deadline);
      byte[] again = GreetingForm.encode(greeting).array();
      assertThat(again).isEqualTo(Arrays.copyOf(stream, again.length));
    } catch (LocalStreamException e) {
      assertThat(ALLOWED).contains(e.code());
    }
    assertThat(link.largestBuffer()).isLessThanOrEqualTo(32);
  }

  @MethodSource("headers")
  @FuzzTest
  void readsAHeaderInItsOneForm(byte[] bytes) {
    if (bytes.length < framing.headerBytes()) {
      return;
    }
    ChunkHeader header;
    try {
      header = framing.decode(ByteBuffer.wrap(bytes));
    } catch (LocalStreamException e) {
      assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION);
      return;
    }
    assertThat(header.plainBytes()).isBetween(0, ChunkSize.MAX_BYTES);
    assertThat(header.index()).isNotNegative();
    ByteBuffer again = ByteBuffer.allocate(framing.headerBytes());
    framing.encode(header, again);
    assertThat(again.array()).isEqualTo(Arrays.copyOf(bytes, framing.headerBytes()));
  }
}
