package io.localstream.adapters.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;

/**
 * What both sides of a handshake agree to, and nothing else: TLS 1.3 (RFC 8446) with
 * TLS_AES_256_GCM_SHA384, rsa_pss_rsae_sha256, no resumption, no early data.
 */
@SuppressWarnings("JdkObsolete") // The library's interface is made of Vectors.
final class TlsProfile {
  /** X25519MLKEM768 (draft-ietf-tls-ecdhe-mlkem), and X25519 (RFC 7748) for who lacks it. */
  static final List<Integer> GROUPS = List.of(NamedGroup.X25519MLKEM768, NamedGroup.x25519);

  /** Application-layer protocol (RFC 7301): both sides insist on it. */
  static final ProtocolName PROTOCOL = ProtocolName.asUtf8Encoding("localstream/1");

  static final int MAX_HANDSHAKE_MESSAGE_BYTES = 1 << 14;

  private static final SignatureAndHashAlgorithm PSS =
      SignatureAndHashAlgorithm.rsa_pss_rsae_sha256;

  private TlsProfile() {}

  static JcaTlsCrypto cryptography() {
    return new TlsAlgorithms();
  }

  static ProtocolVersion[] versions() {
    return ProtocolVersion.TLSv13.only();
  }

  static int[] cipherSuites() {
    return new int[] {CipherSuite.TLS_AES_256_GCM_SHA384};
  }

  static Vector<ProtocolName> protocols() {
    return new Vector<>(List.of(PROTOCOL));
  }

  static Vector<SignatureAndHashAlgorithm> handshakeSignatures() {
    return new Vector<>(List.of(PSS));
  }

  /** The certificates' own signatures. */
  static Vector<SignatureAndHashAlgorithm> certificateSignatures() {
    return new Vector<>(
        List.of(SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.rsa_pkcs1_sha256)));
  }

  /** This device's certificate and the means to prove that it is ours. */
  static TlsCredentialedSigner signer(TlsContext context, JcaTlsCrypto crypto, IdentityKeys keys)
      throws IOException {
    CertificateEntry entry =
        new CertificateEntry(crypto.createCertificate(keys.certificate().encoded()), null);
    return new JcaDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        keys.signing(),
        new Certificate(TlsUtils.EMPTY_BYTES, new CertificateEntry[] {entry}),
        PSS);
  }

  /**
   * Takes the one certificate that a peer has to present. That the peer holds its key is proved
   * later, by the library, with the signature over the handshake (RFC 8446, section 4.4.3).
   */
  static DeviceCertificate check(Certificate presented) throws IOException {
    if (presented.isEmpty()) {
      throw new TlsFatalAlert(AlertDescription.certificate_required);
    }
    if (presented.getLength() != 1) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate);
    }
    try {
      return DeviceCertificate.parse(presented.getCertificateAt(0).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, e);
    }
  }
}
