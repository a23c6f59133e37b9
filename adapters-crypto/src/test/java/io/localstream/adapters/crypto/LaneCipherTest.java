package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

class LaneCipherTest {
  private static final LaneContext LANE = new LaneContext(new TransferId(new UUID(1, 2)), 1, 0);

  @Test
  void derivesKeysAsInRfc5869AppendixA3() {
    byte[] okm = LaneKeys.derive(HexFormat.of().parseHex("0b".repeat(22)), new byte[0], 42);
    assertThat(HexFormat.of().formatHex(okm))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                + "9d201395faa4b61a96c8");
  }

  @Test
  void everyEpochHasAKeyOfItsOwn() {
    LaneKeys keys = new LaneKeys(new byte[32], LANE);
    assertThat(keys.ofEpoch(0).getEncoded()).isNotEqualTo(keys.ofEpoch(1).getEncoded());
  }

  @Test
  void countsChunksAndBytesOfAnEpoch() {
    EpochLimit limit = new EpochLimit(3, 100);
    assertThat(limit.allows(0, 0, 1_000)).isTrue();
    assertThat(limit.allows(2, 90, 10)).isTrue();
    assertThat(limit.allows(2, 90, 11)).isFalse();
    assertThat(limit.allows(3, 0, 0)).isFalse();
  }

  @Test
  void replacesKeysWellBeforeTheLimitsOfGcm() {
    assertThat(EpochLimit.DEFAULT).isEqualTo(new EpochLimit(1 << 20, 64L * 1024 * 1024 * 1024));
  }

  @Test
  void bothEndsChangeKeysAtTheSameBytes() {
    EpochLimit limit = new EpochLimit(Long.MAX_VALUE, 10);
    AesGcmSealer sealer = new AesGcmSealer(cipher(Cipher.ENCRYPT_MODE, limit));
    AesGcmOpener opener = new AesGcmOpener(cipher(Cipher.DECRYPT_MODE, limit));
    for (int length : new int[] {4, 6, 1, 10, 11, 3}) {
      ByteBuffer sealed = ByteBuffer.allocate(length + 16);
      sealer.seal(ByteBuffer.allocate(1), ByteBuffer.allocate(length), sealed);
      ByteBuffer plain = ByteBuffer.allocate(length);
      opener.open(ByteBuffer.allocate(1), sealed.flip(), plain);
      assertThat(plain.position()).isEqualTo(length);
    }
  }

  @Test
  void wipesTheSecretWhenClosed() {
    byte[] secret = new byte[32];
    secret[5] = 5;
    new LaneCipher(Cipher.ENCRYPT_MODE, secret, LANE, EpochLimit.DEFAULT).close();
    assertThat(secret).containsOnly(0);
  }

  @Test
  void wipesAKeyThatIsDestroyed() {
    byte[] secret = {1, 2, 3};
    LaneKey key = new LaneKey(secret);
    key.destroy();
    assertThat(secret).containsOnly(0);
    assertThat(key.isDestroyed()).isTrue();
  }

  private static LaneCipher cipher(int mode, EpochLimit limit) {
    return new LaneCipher(mode, new byte[32], LANE, limit);
  }
}
