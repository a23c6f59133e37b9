package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.port.contract.VectorFile;
import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import io.localstream.domain.transfer.TransferId;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unwraps keys that another implementation wrapped. */
class WrapVectorsTest {
  static List<OrderedVectorFile> files() {
    return OrderedVectorFile.in("wrap");
  }

  @Test
  void areAllThere() {
    assertThat(files()).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("files")
  void unwrapsAsTheVectorSays(OrderedVectorFile file) throws Exception {
    AesGcmContentEncryption encryption = new AesGcmContentEncryption(recipient());
    TransferId transfer = new TransferId(UUID.fromString(file.text("transfer")));
    byte[] wrapped = file.bytes("wrapped");
    if (file.next("refused").isPresent()) {
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> encryption.unwrap(wrapped, transfer))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CONTENT_DAMAGED));
      file.requireEnd();
      return;
    }
    try (TransferKey key = encryption.unwrap(wrapped, transfer)) {
      assertThat(((ContentKey) key).copy()).isEqualTo(file.bytes("key"));
    }
    file.requireEnd();
  }

  /** A device that unwraps with the key of the vectors. */
  static RsaIdentityVault recipient() throws Exception {
    byte[] pem =
        Files.readAllBytes(VectorFile.folder(WrapVectorsTest.class).resolve("recipient.pem"));
    KeyFactory factory = KeyFactory.getInstance("RSA");
    PrivateKey key =
        factory.generatePrivate(new PKCS8EncodedKeySpec(Pem.find("PRIVATE KEY", pem, 0).der()));
    RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
    RSAPublicKey counterpart =
        (RSAPublicKey)
            factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    IdentityKeys first = TestDevices.FIRST.keys();
    InMemorySecretStore secrets = new InMemorySecretStore();
    secrets.createIfAbsent(
        "identity.pem",
        IdentityDocument.plain(
                new IdentityKeys(first.certificate(), first.signing(), counterpart, key), List.of())
            .toPem());
    return new RsaIdentityVault(
        secrets, new SteppedIdentifierSource(), TestDevices.CLOCK, new ScriptedPassphraseSource());
  }
}
