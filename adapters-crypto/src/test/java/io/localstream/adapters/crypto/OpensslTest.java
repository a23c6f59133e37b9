package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.device.Succession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity is kept in forms that an independent implementation reads. */
class OpensslTest {
  private static final String WORDS = "correct horse";
  private static final IdentityKeys KEYS = TestDevices.FIRST.keys();

  @TempDir private Path folder;

  @BeforeEach
  void requireOpenssl() {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed on this system");
  }

  @Test
  void readsAProtectedIdentity() throws Exception {
    Path identity = locked();
    assertIsSigningKey(openssl("pkey", "-in", identity, "-passin", "pass:" + WORDS));
  }

  @Test
  void refusesAnotherPassphrase() throws Exception {
    assertThat(openssl("pkey", "-in", locked(), "-passin", "pass:wrong")).isEmpty();
  }

  @Test
  void readsAnUnprotectedIdentity() throws Exception {
    Path identity =
        Files.write(
            folder.resolve("identity.pem"), IdentityDocument.plain(KEYS, List.of()).toPem());
    assertIsSigningKey(openssl("pkey", "-in", identity));
    assertThat(openssl("x509", "-in", identity, "-outform", "DER"))
        .isEqualTo(KEYS.certificate().encoded());
  }

  @Test
  void confirmsAStatementOfSuccession() throws Exception {
    Succession succession = SuccessionStatement.sign(KEYS, TestDevices.SECOND.identity());
    byte[] kept = SuccessionStatement.encode(succession);
    byte[] signature = succession.signature();
    byte[] signed = Arrays.copyOf(kept, kept.length - signature.length - Integer.BYTES);
    assertThat(new String(verify(signed, signature), StandardCharsets.US_ASCII))
        .contains("Verified OK");
    signed[signed.length - 1] ^= 1;
    assertThat(new String(verify(signed, signature), StandardCharsets.US_ASCII))
        .doesNotContain("Verified OK");
  }

  /** Without showing the key where it is another. */
  private static void assertIsSigningKey(byte[] pem) {
    byte[] key = Pem.find("PRIVATE KEY", pem, 0).der();
    assertThat(Arrays.equals(key, KEYS.signing().getEncoded())).isTrue();
  }

  private byte[] verify(byte[] signed, byte[] signature) throws Exception {
    Path key = folder.resolve("key.der");
    Files.write(key, KEYS.certificate().key().getEncoded());
    Path data = Files.write(folder.resolve("data"), signed);
    return openssl(
        "dgst",
        "-sha256",
        "-sigopt",
        "rsa_padding_mode:pss",
        "-sigopt",
        "rsa_pss_saltlen:32",
        "-keyform",
        "DER",
        "-verify",
        key,
        "-signature",
        Files.write(folder.resolve("signature"), signature),
        data);
  }

  private Path locked() throws IOException {
    try (Passphrase passphrase = new Passphrase(WORDS.getBytes(StandardCharsets.UTF_8))) {
      return Files.write(
          folder.resolve("identity.pem"),
          IdentityDocument.locked(KEYS, List.of(), passphrase).toPem());
    }
  }

  private byte[] openssl(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readAllBytes(out);
  }
}
