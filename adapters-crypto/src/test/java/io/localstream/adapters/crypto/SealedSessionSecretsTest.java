package io.localstream.adapters.crypto;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.contract.SessionSecretsContract;
import io.localstream.domain.transfer.TransferId;
import java.util.Arrays;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SealedSessionSecretsTest extends SessionSecretsContract {
  private static final byte[] SECRET = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
  };

  @Override
  protected SessionSecrets ofOneDevice() {
    return new SealedSessionSecrets(TestDevices.FIRST);
  }

  @Override
  protected SessionSecrets ofAnotherDevice() {
    return new SealedSessionSecrets(TestDevices.SECOND);
  }

  @Test
  void sealsAnewEachTime() throws Exception {
    byte[] one = SecretEnvelope.seal(SECRET, TestDevices.FIRST.keys().wrapping());
    byte[] other = SecretEnvelope.seal(SECRET, TestDevices.FIRST.keys().wrapping());
    assertThat(one).hasSize(1 + 384 + 32 + 16).isNotEqualTo(other);
    assertThat(SecretEnvelope.open(one, TestDevices.FIRST.keys())).isEqualTo(SECRET);
    assertThat(SecretEnvelope.open(other, TestDevices.FIRST.keys())).isEqualTo(SECRET);
  }

  @Test
  void isNoKeyOfATransfer() {
    byte[] sealed = SecretEnvelope.seal(SECRET, TestDevices.FIRST.keys().wrapping());
    byte[] wrapped = Arrays.copyOfRange(sealed, 1, 1 + 384);
    assertRefused(() ->
        new AesGcmContentEncryption(TestDevices.FIRST)
            .unwrap(wrapped, new TransferId(new UUID(1, 2))));
  }

  private static void assertRefused(ThrowingCallable action) {
    assertFails(FailureCode.CONTENT_DAMAGED, action);
  }
}
