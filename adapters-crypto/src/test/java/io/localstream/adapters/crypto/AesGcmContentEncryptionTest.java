package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.port.contract.ContentEncryptionContract;
import io.localstream.domain.transfer.TransferId;
import java.security.GeneralSecurityException;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AesGcmContentEncryptionTest extends ContentEncryptionContract {
  private static final TransferId TRANSFER = new TransferId(new UUID(1, 2));
  private static final PublicKey SHORT_KEY = key(2_048);

  private final Party sender = party(TestDevices.FIRST);
  private final Party receiver = party(TestDevices.SECOND);

  @Override
  protected Party sender() {
    return sender;
  }

  @Override
  protected Party receiver() {
    return receiver;
  }

  @Override
  protected PublicKey unusableKey() {
    return SHORT_KEY;
  }

  @Test
  void refusesWhatIsNoKeyAtAll() {
    byte[] good = receiver.wrappingKey().encoded();
    assertRefused(new PublicKey(new byte[] {1, 2, 3}));
    assertRefused(new PublicKey(Arrays.copyOf(good, good.length + 1)));
    assertRefused(new PublicKey(Arrays.copyOf(good, good.length - 1)));
  }

  @Test
  void wrapsAnewEachTime() {
    try (TransferKey key = sender.encryption().newKey()) {
      assertThat(sender.encryption().wrap(key, receiver.wrappingKey(), TRANSFER))
          .isNotEqualTo(sender.encryption().wrap(key, receiver.wrappingKey(), TRANSFER));
    }
  }

  @Test
  void wipesAKeyThatIsClosed() {
    byte[] secret = {1, 2, 3};
    new ContentKey(sender.encryption(), secret).close();
    assertThat(secret).containsOnly(0);
  }

  @Test
  void unwrapsWithNewKeysAsSoonAsTheyAreThere() {
    RsaIdentityVault vault = TestDevices.copyOf(TestDevices.SECOND);
    AesGcmContentEncryption encryption = new AesGcmContentEncryption(vault);
    PublicKey former = vault.identity().wrappingKey();
    PublicKey now = vault.rotate().wrappingKey();
    try (TransferKey key = sender.encryption().newKey();
        TransferKey _ = encryption.unwrap(sender.encryption().wrap(key, now, TRANSFER), TRANSFER)) {
      byte[] late = sender.encryption().wrap(key, former, TRANSFER);
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> encryption.unwrap(late, TRANSFER))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CONTENT_DAMAGED));
    }
  }

  private void assertRefused(PublicKey recipient) {
    try (TransferKey key = sender.encryption().newKey()) {
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> sender.encryption().wrap(key, recipient, TRANSFER))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION));
    }
  }

  private static Party party(RsaIdentityVault vault) {
    return new Party(new AesGcmContentEncryption(vault), vault.identity().wrappingKey());
  }

  private static PublicKey key(int bits) {
    try {
      return new PublicKey(
          DeviceCertificateTest.rsa(bits, RSAKeyGenParameterSpec.F4).getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
