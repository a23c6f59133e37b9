package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkSize;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link LaneFraming} promises. */
public abstract class LaneFramingContract {
  /** The subject. */
  protected abstract LaneFraming framing();

  static Stream<ChunkHeader> headers() {
    return Stream.of(
        new ChunkHeader(0, 0, true),
        new ChunkHeader(0, 1, false),
        new ChunkHeader(1, 1 << 20, false),
        new ChunkHeader(0x0102_0304_0506_0708L, 0x0a0b0c, true),
        new ChunkHeader(Long.MAX_VALUE, ChunkSize.MAX_BYTES, true));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void decodesWhatItEncoded(ChunkHeader header) {
    assertThat(framing().decode(ByteBuffer.wrap(encoded(header)))).isEqualTo(header);
  }

  @ParameterizedTest
  @MethodSource("headers")
  void movesThePositionByTheHeadersLength(ChunkHeader header) {
    ByteBuffer buffer = ByteBuffer.allocate(framing().headerBytes() + 10).position(3);

    framing().encode(header, buffer);
    assertThat(buffer.position()).isEqualTo(3 + framing().headerBytes());

    buffer.position(3);
    assertThat(framing().decode(buffer)).isEqualTo(header);
    assertThat(buffer.position()).isEqualTo(3 + framing().headerBytes());
  }

  @ParameterizedTest
  @MethodSource("headers")
  void readsNothingElseFromAnyOtherBits(ChunkHeader header) {
    byte[] bytes = encoded(header);
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] altered = bytes.clone();
      altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThat(decodedOrRefused(altered).stream())
          .as("bit %d", bit)
          .allSatisfy(other -> assertThat(encoded(other)).isEqualTo(altered));
    }
  }

  @Test
  void readsOrRefusesAnyBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[framing().headerBytes()];
      random.nextBytes(bytes);

      assertThat(decodedOrRefused(bytes).stream())
          .allSatisfy(header -> assertThat(encoded(header)).isEqualTo(bytes));
    }
  }

  private byte[] encoded(ChunkHeader header) {
    ByteBuffer buffer = ByteBuffer.allocate(framing().headerBytes());
    framing().encode(header, buffer);
    return buffer.array();
  }

  private Optional<ChunkHeader> decodedOrRefused(byte[] bytes) {
    try {
      return Optional.of(framing().decode(ByteBuffer.wrap(bytes)));
    } catch (LocalStreamException e) {
      assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION);
      return Optional.empty();
    }
  }
}
