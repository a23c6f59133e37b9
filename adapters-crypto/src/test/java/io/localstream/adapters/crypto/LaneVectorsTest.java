package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens chunks that another implementation sealed, and seals as it did. */
class LaneVectorsTest {
  static List<OrderedVectorFile> files() {
    return OrderedVectorFile.in("lane");
  }

  @Test
  void areAllThere() {
    assertThat(files()).hasSize(21);
  }

  @ParameterizedTest
  @MethodSource("files")
  void opensAndSealsAsTheVectorSays(OrderedVectorFile file) {
    byte[] secret = file.bytes("transfer-key");
    LaneContext context =
        new LaneContext(
            new TransferId(UUID.fromString(file.text("transfer"))),
            Integer.parseInt(file.text("attempt")),
            Integer.parseInt(file.text("lane")));
    EpochLimit limit = limit(file);
    AesGcmSealer sealer =
        new AesGcmSealer(new LaneCipher(Cipher.ENCRYPT_MODE, secret.clone(), context, limit));
    AesGcmOpener opener =
        new AesGcmOpener(new LaneCipher(Cipher.DECRYPT_MODE, secret, context, limit));
    assertThat(file.hasMore()).isTrue();
    while (file.hasMore()) {
      check(file, sealer, opener);
    }
  }

  private static EpochLimit limit(OrderedVectorFile file) {
    EpochLimit usual = EpochLimit.DEFAULT;
    return new EpochLimit(
        file.next("chunks-per-epoch").map(Long::valueOf).orElse(usual.chunks()),
        file.next("bytes-per-epoch").map(Long::valueOf).orElse(usual.bytes()));
  }

  private static void check(OrderedVectorFile file, AesGcmSealer sealer, AesGcmOpener opener) {
    byte[] header = file.bytes("header");
    byte[] sealed = file.bytes("sealed");
    ByteBuffer opened = ByteBuffer.allocate(sealed.length);
    if (file.next("refused").isPresent()) {
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> opener.open(ByteBuffer.wrap(header), ByteBuffer.wrap(sealed), opened))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CONTENT_DAMAGED));
      assertThat(opened.position()).isZero();
      assertThat(opened.array()).containsOnly(0);
      return;
    }
    byte[] plain = file.bytes("plain");
    opener.open(ByteBuffer.wrap(header), ByteBuffer.wrap(sealed), opened);
    assertThat(opened.flip()).isEqualTo(ByteBuffer.wrap(plain));
    ByteBuffer again = ByteBuffer.allocate(sealed.length);
    sealer.begin(ByteBuffer.wrap(header), plain.length);
    sealer.seal(ByteBuffer.wrap(plain), again);
    assertThat(again.array()).isEqualTo(sealed);
  }
}
