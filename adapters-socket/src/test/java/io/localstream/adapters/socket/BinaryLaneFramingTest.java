package io.localstream.adapters.socket;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.contract.LaneFramingContract;
import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryLaneFramingTest extends LaneFramingContract {
  private final BinaryLaneFraming framing = new BinaryLaneFraming();

  @Override
  protected LaneFraming framing() {
    return framing;
  }

  @Test
  void isTheFormOfTheProtocol() {
    ByteBuffer buffer = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    framing.encode(new ChunkHeader(258, 1 << 20, true), buffer);

    assertThat(HexFormat.of().formatHex(buffer.array()))
        .isEqualTo("c1010000001000000000000000000102");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2000000000000010000000000000000", // another mark
        "c1020000000000010000000000000000", // an unknown flag
        "c1810000000000010000000000000000", // the highest flag
        "c1000001000000010000000000000000", // reserved bits
        "c1000000ffffffff0000000000000000", // a length of -1
        "c1000000800000000000000000000000", // a length of 2^31
        "c1000000010000010000000000000000", // a length beyond any chunk's
        "c100000000000001ffffffffffffffff", // an index of -1
      })
  void refusesWhatNoHeaderIs(String hex) {
    ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));

    assertFails(FailureCode.PROTOCOL_VIOLATION, () -> framing.decode(bytes));
  }
}
