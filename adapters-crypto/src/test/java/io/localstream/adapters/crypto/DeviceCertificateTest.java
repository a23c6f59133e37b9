package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PeerCredentials;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeviceCertificateTest {
  private static final IdentityKeys KEYS = TestDevices.FIRST.keys();
  private static final KeyPair PAIR = new KeyPair(KEYS.certificate().key(), KEYS.signing());
  private static final KeyPair OTHER_PAIR =
      new KeyPair(
          TestDevices.SECOND.keys().certificate().key(), TestDevices.SECOND.keys().signing());
  private static final String NAME = "CN=" + KEYS.certificate().id();

  @Nested
  class Issued {
    private final X509Certificate certificate = KEYS.certificate().x509();

    @Test
    void namesTheDevice() {
      assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo(NAME);
      assertThat(certificate.getVersion()).isEqualTo(3);
      assertThat(certificate.getSerialNumber()).isPositive();
    }

    @Test
    void isValidFromYesterdayForEver() {
      Instant now = TestDevices.CLOCK.instant();
      assertThat(certificate.getNotBefore()).isBefore(now);
      assertThat(certificate.getNotAfter()).isEqualTo("9999-12-31T23:59:59Z");
    }

    @Test
    void isForSigningHandshakesOnly() throws Exception {
      assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
      assertThat(certificate.getKeyUsage()).startsWith(true, false).containsOnlyOnce(true);
      assertThat(certificate.getExtendedKeyUsage())
          .isEqualTo(List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"));
    }

    @Test
    void tellsWhatTheVaultTells() throws Exception {
      LocalIdentity identity = TestDevices.FIRST.identity();
      assertThat(DeviceCertificate.parse(certificate.getEncoded()).credentials())
          .isEqualTo(
              new PeerCredentials(identity.id(), identity.signingKey(), identity.fingerprint()));
    }
  }

  @Nested
  class Refused {
    private final byte[] good = KEYS.certificate().encoded();

    @Test
    void whenItCarriesMoreThanItHasTo() throws Exception {
      JcaX509v3CertificateBuilder builder = builder(NAME, NAME, PAIR);
      builder.addExtension(Extension.subjectDirectoryAttributes, false, new byte[4_000]);
      assertRefused(signed(builder, PAIR, "SHA256withRSA"));
    }

    @Test
    void whenBytesFollowIt() {
      assertRefused(Arrays.copyOf(good, good.length + 1));
    }

    @Test
    void whenCutShort() {
      assertRefused(Arrays.copyOf(good, good.length - 1));
      assertRefused(new byte[0]);
    }

    @Test
    void whenNotInBinaryForm() {
      String pem =
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(good)
              + "\n-----END CERTIFICATE-----\n";
      assertRefused(pem.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whenSignedBySomebodyElse() throws Exception {
      assertRefused(certificate(NAME, NAME, PAIR, OTHER_PAIR, "SHA256withRSA"));
    }

    @Test
    void whenItsIdentifierWasChanged() {
      byte[] changed = good.clone();
      byte[] id = KEYS.certificate().id().toString().getBytes(StandardCharsets.US_ASCII);
      int at =
          new String(good, StandardCharsets.ISO_8859_1)
              .lastIndexOf(new String(id, StandardCharsets.US_ASCII));
      changed[at] ^= 1;
      assertRefused(changed);
    }

    @Test
    void whenSignedWithAWeakHash() throws Exception {
      assertRefused(certificate(NAME, NAME, PAIR, PAIR, "SHA1withRSA"));
    }

    @Test
    void whenTheSubjectIsNoDevice() throws Exception {
      for (String name :
          List.of("CN=laptop", NAME + ",O=ACME", "O=" + NAME.substring(3), NAME + "0")) {
        assertRefused(certificate(name, name, PAIR, PAIR, "SHA256withRSA"));
      }
    }

    @Test
    void whenTheIssuerIsAnother() throws Exception {
      assertRefused(certificate(NAME, "CN=authority", PAIR, PAIR, "SHA256withRSA"));
    }

    @Test
    void whenTheKeyIsShort() throws Exception {
      KeyPair pair = rsa(2_048, RSAKeyGenParameterSpec.F4);
      assertRefused(certificate(NAME, NAME, pair, pair, "SHA256withRSA"));
    }

    @Test
    void whenTheExponentIsUnusual() throws Exception {
      KeyPair pair = rsa(3_072, RSAKeyGenParameterSpec.F0);
      assertRefused(certificate(NAME, NAME, pair, pair, "SHA256withRSA"));
    }

    @Test
    void whenTheKeyIsNotRsa() throws Exception {
      KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
      assertRefused(certificate(NAME, NAME, pair, pair, "SHA256withECDSA"));
    }

    private void assertRefused(byte[] der) {
      assertThatExceptionOfType(GeneralSecurityException.class)
          .isThrownBy(() -> DeviceCertificate.parse(der));
    }
  }

  static KeyPair rsa(int bits, BigInteger exponent) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
    return generator.generateKeyPair();
  }

  private static byte[] certificate(
      String subject, String issuer, KeyPair holder, KeyPair signer, String algorithm)
      throws Exception {
    return signed(builder(subject, issuer, holder), signer, algorithm);
  }

  private static JcaX509v3CertificateBuilder builder(
      String subject, String issuer, KeyPair holder) {
    return new JcaX509v3CertificateBuilder(
        new X500Name(issuer),
        BigInteger.TEN,
        new Date(0),
        new Date(0),
        new X500Name(subject),
        holder.getPublic());
  }

  private static byte[] signed(
      JcaX509v3CertificateBuilder builder, KeyPair signer, String algorithm) throws Exception {
    return builder
        .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
        .getEncoded();
  }
}
