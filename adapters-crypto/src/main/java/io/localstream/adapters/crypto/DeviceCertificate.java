package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PublicKey;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * A device's certificate (X.509 v3, RFC 5280): signed with its own key, so that the identifier in
 * its subject was put there by whoever holds the key. Dates mean nothing here; trust is decided on
 * the key.
 */
record DeviceCertificate(X509Certificate x509, DeviceId id, RSAPublicKey key) {
  private static final int MAX_BYTES = 4_096;
  private static final String SIGNATURE = "SHA256withRSA";
  private static final String SUBJECT_PREFIX = "CN=";

  /** Parses and checks a certificate that somebody else made. */
  static DeviceCertificate parse(byte[] der) throws GeneralSecurityException {
    if (der.length > MAX_BYTES) {
      throw new CertificateException("longer than " + MAX_BYTES + " bytes");
    }
    X509Certificate x509 =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    // The factory would also take PEM, and bytes behind the end.
    if (!Arrays.equals(x509.getEncoded(), der)) {
      throw new CertificateException("not in canonical form");
    }
    RSAPublicKey key = RsaKeys.requireUsable(x509.getPublicKey());
    if (!x509.getSigAlgName().equals(SIGNATURE)) {
      throw new CertificateException("not signed with " + SIGNATURE);
    }
    x509.verify(key);
    return new DeviceCertificate(x509, subject(x509), key);
  }

  private static DeviceId subject(X509Certificate x509) throws CertificateException {
    String subject = x509.getSubjectX500Principal().getName();
    if (!subject.startsWith(SUBJECT_PREFIX)
        || !x509.getIssuerX500Principal().equals(x509.getSubjectX500Principal())) {
      throw new CertificateException("the subject is not a device that signs for itself");
    }
    try {
      return DeviceId.parse(subject.substring(SUBJECT_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new CertificateException("the subject is not a device's identifier", e);
    }
  }

  /** What the certificate proves once its holder has proved to hold the key. */
  PeerCredentials credentials() {
    return new PeerCredentials(id, new PublicKey(key.getEncoded()), RsaKeys.fingerprint(key));
  }

  byte[] encoded() {
    try {
      return x509.getEncoded();
    } catch (CertificateException e) {
      throw new IllegalStateException("a parsed certificate can be encoded", e);
    }
  }
}
