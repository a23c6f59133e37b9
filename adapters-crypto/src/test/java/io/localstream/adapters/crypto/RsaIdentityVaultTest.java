package io.localstream.adapters.crypto;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.Passphrase;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.contract.IdentityVaultContract;
import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import java.nio.charset.StandardCharsets;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RsaIdentityVaultTest extends IdentityVaultContract {
  private static final String NAME = "identity.pem";
  private static final String WORDS = "correct horse \u00e9";

  /** Where there is an identity already, because making keys takes a while. */
  private final InMemorySecretStore home = homeOf(pem(TestDevices.FIRST.keys()));

  @Override
  protected IdentityVault vault(PassphraseSource passphrases) {
    return vaultOver(home, passphrases);
  }

  private static RsaIdentityVault vaultOver(SecretStore secrets) {
    return vaultOver(secrets, new ScriptedPassphraseSource());
  }

  private static RsaIdentityVault vaultOver(SecretStore secrets, PassphraseSource passphrases) {
    return new RsaIdentityVault(
        secrets,
        new SteppedIdentifierSource(),
        TestDevices.CLOCK,
        passphrases,
        TestDevices::nextPair);
  }

  private static InMemorySecretStore homeOf(byte[] secret) {
    InMemorySecretStore secrets = new InMemorySecretStore();
    secrets.createIfAbsent(NAME, secret);
    return secrets;
  }

  private static byte[] pem(IdentityKeys keys) {
    return IdentityDocument.plain(keys, List.of()).toPem();
  }

  private static ScriptedPassphraseSource knowing(String passphrase) {
    return new ScriptedPassphraseSource().unlocking(passphrase);
  }

  private String kept() {
    return new String(home.read(NAME).orElseThrow(), StandardCharsets.US_ASCII);
  }

  private List<String> parts() {
    return kept().lines().filter(line -> line.startsWith("-----BEGIN")).toList();
  }

  private void protect() {
    vaultOver(home, new ScriptedPassphraseSource().choosing(WORDS)).protect();
  }

  @Test
  void hasNoIdentityBeforeItIsNeeded() {
    InMemorySecretStore empty = new InMemorySecretStore();
    RsaIdentityVault vault = vaultOver(empty);
    assertThat(vault.protection()).isEqualTo(IdentityProtection.NONE_YET);
    vault.unprotect();
    assertThat(empty.read(NAME)).isEmpty();
  }

  @Test
  void makesOneIdentityForAllWhoAskAtOnce() {
    InMemorySecretStore empty = new InMemorySecretStore();
    List<RsaIdentityVault> vaults = List.of(vaultOver(empty), vaultOver(empty));
    assertThat(vaults.parallelStream().map(RsaIdentityVault::identity).distinct()).hasSize(1);
  }

  @Test
  void keepsOneSecretOfFourParts() {
    assertThat(parts())
        .containsExactly(
            "-----BEGIN CERTIFICATE-----",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PUBLIC KEY-----");
  }

  @Test
  void keepsNoPrivateKeyInClearOnceProtected() {
    protect();
    assertThat(parts())
        .containsExactly(
            "-----BEGIN CERTIFICATE-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN PUBLIC KEY-----");
    vaultOver(home, knowing(WORDS)).unprotect();
    assertThat(home.read(NAME)).hasValue(pem(TestDevices.FIRST.keys()));
  }

  @Test
  void keepsStatementsBehindTheKeysAndOpensThemBoth() {
    protect();
    RsaIdentityVault vault = vaultOver(home, knowing(WORDS));
    vault.rotate();
    assertThat(parts()).hasSize(5).last().isEqualTo("-----BEGIN LOCALSTREAM SUCCESSION-----");
    RsaIdentityVault another = vaultOver(home, knowing(WORDS));
    assertThat(another.keys().signing()).isEqualTo(vault.keys().signing());
    assertThat(another.keys().unwrapping()).isEqualTo(vault.keys().unwrapping());
  }

  @Test
  void usesNewKeysAtOnce() {
    RsaIdentityVault vault = vaultOver(home);
    IdentityKeys former = vault.keys();
    vault.rotate();
    assertThat(vault.keys().identity()).isEqualTo(vault.identity());
    assertThat(vault.keys().signing()).isNotEqualTo(former.signing());
    assertThat(vault.keys().unwrapping()).isNotEqualTo(former.unwrapping());
    assertThat(vault.keys().certificate().id()).isEqualTo(former.certificate().id());
  }

  @Test
  void opensTheSecretOnceOnly() {
    RsaIdentityVault vault = vaultOver(home);
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
            return pem(TestDevices.FIRST.keys());
          }

          @Override
          public void replace(String name, byte[] secret) {
            throw new AssertionError("nothing is to be replaced");
          }
        };
    assertThat(vaultOver(late).identity()).isEqualTo(TestDevices.FIRST.identity());
  }

  @Test
  void changesNothingThatAnotherProcessHasChangedMeanwhile() {
    byte[] others = pem(TestDevices.SECOND.keys());
    PassphraseSource slow =
        new PassphraseSource() {
          @Override
          public Optional<Passphrase> unlock(int attempt) {
            return Optional.empty();
          }

          @Override
          public Optional<Passphrase> choose() {
            home.replace(NAME, others);
            return new ScriptedPassphraseSource().choosing(WORDS).choose();
          }
        };
    assertFails(FailureCode.STORE_UNAVAILABLE, () -> vaultOver(home, slow).protect());
    assertThat(home.read(NAME)).hasValue(others);
  }

  @Test
  void tellsNothingSecret() {
    assertThat(TestDevices.FIRST.keys()).asString().hasSizeLessThan(60).startsWith("IdentityKeys");
    assertThat(IdentityDocument.plain(TestDevices.FIRST.keys(), List.of()))
        .asString()
        .hasSizeLessThan(60);
  }

  @Test
  void refusesAStatementAboutKeysThatAreTooShort() throws Exception {
    PublicKey weak =
        new PublicKey(
            DeviceCertificateTest.rsa(2_048, RSAKeyGenParameterSpec.F4).getPublic().getEncoded());
    IdentityKeys former = TestDevices.FIRST.keys();
    LocalIdentity own = TestDevices.SECOND.identity();
    Succession shortSigning =
        SuccessionStatement.sign(
            former, new LocalIdentity(own.id(), weak, own.fingerprint(), own.wrappingKey()));
    Succession shortWrapping =
        SuccessionStatement.sign(
            former, new LocalIdentity(own.id(), own.signingKey(), own.fingerprint(), weak));
    assertFails(FailureCode.HANDSHAKE_FAILED, () -> TestDevices.FIRST.verify(shortSigning));
    assertFails(FailureCode.HANDSHAKE_FAILED, () -> TestDevices.FIRST.verify(shortWrapping));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void refusesADamagedSecret(byte[] secret) {
    assertDamaged(secret, new ScriptedPassphraseSource());
  }

  @ParameterizedTest
  @MethodSource("damagedUnderAPassphrase")
  void refusesADamagedSecretUnderAPassphrase(byte[] secret) {
    assertDamaged(secret, knowing(WORDS));
  }

  private static void assertDamaged(byte[] secret, PassphraseSource passphrases) {
    SecretStore secrets = homeOf(secret);
    assertThatExceptionOfType(LocalStreamException.class)
        .isThrownBy(() -> vaultOver(secrets, passphrases).identity())
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORE_DAMAGED))
        .withMessageContaining(NAME)
        .withMessageNotContaining("\n");
    for (Consumer<RsaIdentityVault> change :
        List.<Consumer<RsaIdentityVault>>of(RsaIdentityVault::protect, RsaIdentityVault::rotate)) {
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> change.accept(vaultOver(secrets, knowing(WORDS).choosing("x"))));
    }
    assertThat(secrets.read(NAME)).hasValue(secret);
  }

  static Stream<byte[]> damaged() {
    byte[] good = pem(TestDevices.FIRST.keys());
    byte[] garbled = good.clone();
    garbled[40] ^= 1;
    byte[] notBase64 = good.clone();
    notBase64[good.length / 2] = '\n';
    byte[] statement = withStatement();
    byte[] otherStatement = statement.clone();
    otherStatement[statement.length - 200] ^= 1;
    return Stream.of(
        new byte[0],
        "rubbish".getBytes(StandardCharsets.US_ASCII),
        Arrays.copyOf(good, good.length / 2),
        Arrays.copyOf(good, good.length - 1),
        garbled,
        notBase64,
        otherStatement,
        Arrays.copyOf(statement, statement.length - 10),
        mixed(TestDevices.FIRST.keys(), TestDevices.SECOND.keys()),
        mixed(TestDevices.SECOND.keys(), TestDevices.FIRST.keys()));
  }

  private static byte[] withStatement() {
    IdentityKeys keys = TestDevices.FIRST.keys();
    Succession statement = SuccessionStatement.sign(keys, TestDevices.SECOND.identity());
    return IdentityDocument.plain(keys, List.of(statement)).toPem();
  }

  /** Keys of two devices in one. */
  private static byte[] mixed(IdentityKeys signing, IdentityKeys rest) {
    return pem(
        new IdentityKeys(
            signing.certificate(), rest.signing(), signing.wrapping(), rest.unwrapping()));
  }

  static Stream<byte[]> damagedUnderAPassphrase() {
    IdentityKeys keys = TestDevices.FIRST.keys();
    IdentityKeys others = TestDevices.SECOND.keys();
    byte[] good = locked(keys);
    return Stream.of(
        Arrays.copyOf(good, good.length / 2),
        // Its second key is of another pair.
        locked(
            new IdentityKeys(
                keys.certificate(), keys.signing(), keys.wrapping(), others.unwrapping())));
  }

  private static byte[] locked(IdentityKeys keys) {
    try (Passphrase passphrase = new Passphrase(WORDS.getBytes(StandardCharsets.UTF_8))) {
      return IdentityDocument.locked(keys, List.of(), passphrase).toPem();
    }
  }
}
