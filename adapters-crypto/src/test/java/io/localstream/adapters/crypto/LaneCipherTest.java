package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
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
}
