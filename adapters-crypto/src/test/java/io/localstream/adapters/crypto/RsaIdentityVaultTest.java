package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.contract.IdentityVaultContract;
import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RsaIdentityVaultTest extends IdentityVaultContract {
  /** Shared, because making keys takes a while. */
  private static final SecretStore HOME = new InMemorySecretStore();

  @Override
  protected IdentityVault vault() {
    return vaultOver(HOME);
  }

  private static RsaIdentityVault vaultOver(SecretStore secrets) {
    return new RsaIdentityVault(secrets, new SteppedIdentifierSource(), TestDevices.CLOCK);
  }

  @Test
  void keepsOneSecretOfFourParts() {
    vault().identity();
    String secret = new String(HOME.read("identity.pem").orElseThrow(), StandardCharsets.UTF_8);
    assertThat(secret.lines().filter(line -> line.startsWith("-----BEGIN")))
        .containsExactly(
            "-----BEGIN CERTIFICATE-----",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PUBLIC KEY-----");
  }

  @Test
  void readsTheSecretOnceOnly() {
    RsaIdentityVault vault = vaultOver(HOME);
    assertThat(vault.keys()).isSameAs(vault.keys());
  }

  @Test
  void takesTheIdentityOfAProcessThatWasFaster() {
    SecretStore late =
        new SecretStore() {
          @Override
          public Optional<byte[]> read(String name) {
            return Optional.empty();
          }

          @Override
          public byte[] createIfAbsent(String name, byte[] secret) {
            return TestDevices.FIRST.keys().toPem();
          }
        };
    assertThat(vaultOver(late).identity()).isEqualTo(TestDevices.FIRST.identity());
  }

  @Test
  void tellsNothingSecret() {
    assertThat(TestDevices.FIRST.keys()).asString().hasSizeLessThan(60).startsWith("IdentityKeys");
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void refusesADamagedSecret(byte[] secret) {
    SecretStore secrets = new InMemorySecretStore();
    secrets.createIfAbsent("identity.pem", secret);
    assertThatExceptionOfType(LocalStreamException.class)
        .isThrownBy(() -> vaultOver(secrets).identity())
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORE_DAMAGED))
        .withMessageContaining("identity.pem")
        .withMessageNotContaining("\n");
    assertThat(secrets.read("identity.pem")).hasValue(secret);
  }

  static Stream<byte[]> damaged() {
    byte[] good = TestDevices.FIRST.keys().toPem();
    byte[] garbled = good.clone();
    garbled[40] ^= 1;
    byte[] notBase64 = good.clone();
    notBase64[good.length / 2] = '\n';
    return Stream.of(
        new byte[0],
        "rubbish".getBytes(StandardCharsets.US_ASCII),
        Arrays.copyOf(good, good.length / 2),
        Arrays.copyOf(good, good.length - 1),
        garbled,
        notBase64,
        mixed(TestDevices.FIRST.keys(), TestDevices.SECOND.keys()),
        mixed(TestDevices.SECOND.keys(), TestDevices.FIRST.keys()));
  }

  /** Keys of two devices in one. */
  private static byte[] mixed(IdentityKeys signing, IdentityKeys rest) {
    return new IdentityKeys(
            signing.certificate(), rest.signing(), signing.wrapping(), rest.unwrapping())
        .toPem();
  }
}
