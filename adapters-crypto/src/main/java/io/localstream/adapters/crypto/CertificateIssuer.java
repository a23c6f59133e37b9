package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes a device's certificate, signed by the device itself. */
final class CertificateIssuer {
  /** "No well-defined expiration date" (RFC 5280, section 4.1.2.5). */
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  /** Clocks of two devices differ; nobody here looks at dates, but other tools do. */
  private static final Duration LEEWAY = Duration.ofDays(1);

  private CertificateIssuer() {}

  /**
   * Issues a certificate.
   *
   * @param serial unique, not secret
   */
  static DeviceCertificate issue(DeviceId id, KeyPair keys, UUID serial, Instant now) {
    X500Name name = new X500Name("CN=" + id);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            positive(serial),
            Date.from(now.minus(LEEWAY)),
            Date.from(NEVER),
            name,
            keys.getPublic());
    try {
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(
                  new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                  }));
      return DeviceCertificate.parse(
          builder
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a certificate can't be made", e);
    }
  }

  /** At most 17 octets and above zero (RFC 5280, section 4.1.2.2). */
  private static BigInteger positive(UUID serial) {
    return BigInteger.ONE.add(new BigInteger(serial.toString().replace("-", ""), 16));
  }
}
