package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.device.Passphrase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is read or damaged. */
class KeptIdentityFuzzTest {
  private static final IdentityKeys KEYS = TestDevices.FIRST.keys();

  static List<byte[]> identities() {
    try (Passphrase words = new Passphrase("words".getBytes(StandardCharsets.UTF_8))) {
      return List.of(
          IdentityDocument.plain(KEYS, List.of()).toPem(),
          IdentityDocument.locked(KEYS, List.of(), words).toPem());
    }
  }

  static List<byte[]> lockedKeys() {
    try (Passphrase words = new Passphrase("words".getBytes(StandardCharsets.UTF_8))) {
      byte[] pem = IdentityDocument.locked(KEYS, List.of(), words).toPem();
      return List.of(Pem.find("ENCRYPTED PRIVATE KEY", pem, 0).der());
    }
  }

  @MethodSource("identities")
  @FuzzTest
  void anIdentityIsReadOrDamaged(byte[] pem) {
    try {
      IdentityDocument document = IdentityDocument.parse(pem);
      assertThat(IdentityDocument.parse(document.toPem()).isSameAs(document)).isTrue();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // As it should be: the one who keeps it calls that damaged.
    }
  }

  @MethodSource("lockedKeys")
  @FuzzTest
  void aLockedKeyIsReadOrDamaged(byte[] der) {
    try {
      assertThat(EncryptedKey.parse(der).toDer()).isEqualTo(der);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // As above.
    }
  }
}
