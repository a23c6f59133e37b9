package io.localstream.adapters.crypto;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.jspecify.annotations.Nullable;

/** The TLS client, for one handshake. */
@SuppressWarnings({"JdkObsolete", "rawtypes", "unchecked"}) // As the library has it.
class TlsInitiator extends AbstractTlsClient implements TlsEnd {
  private final JcaTlsCrypto crypto;
  private final IdentityKeys keys;
  private final List<Integer> groups;
  private @Nullable DeviceCertificate presented;
  private @Nullable TlsOutcome outcome;

  TlsInitiator(JcaTlsCrypto crypto, IdentityKeys keys, List<Integer> groups) {
    super(crypto);
    this.crypto = crypto;
    this.keys = keys;
    this.groups = groups;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return TlsProfile.versions();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return TlsProfile.cipherSuites();
  }

  @Override
  protected Vector<Integer> getSupportedGroups(Vector namedGroupRoles) {
    return new Vector<>(groups);
  }

  /** A share for every group, so that no choice costs another round trip. */
  @Override
  public Vector<Integer> getEarlyKeyShareGroups() {
    return new Vector<>(groups);
  }

  @Override
  protected Vector<ProtocolName> getProtocolNames() {
    return TlsProfile.protocols();
  }

  @Override
  protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
    return TlsProfile.handshakeSignatures();
  }

  @Override
  protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithmsCert() {
    return TlsProfile.certificateSignatures();
  }

  @Override
  protected @Nullable CertificateStatusRequest getCertificateStatusRequest() {
    return null;
  }

  @Override
  public int getMaxCertificateChainLength() {
    return 1;
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return TlsProfile.MAX_HANDSHAKE_MESSAGE_BYTES;
  }

  /** Pretending to be an older version (RFC 8446, appendix D.4) helps nobody on a local network. */
  @Override
  public boolean shouldUseCompatibilityMode() {
    return false;
  }

  @Override
  public void processServerExtensions(Hashtable serverExtensions) throws IOException {
    super.processServerExtensions(serverExtensions);
    ProtocolName chosen = context.getSecurityParametersHandshake().getApplicationProtocol();
    if (!TlsProfile.PROTOCOL.equals(chosen)) {
      throw new TlsFatalAlert(AlertDescription.no_application_protocol);
    }
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        presented = TlsProfile.check(certificate.getCertificate());
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request)
          throws IOException {
        return ownCredentials();
      }
    };
  }

  /** What this side presents. */
  @Nullable TlsCredentials ownCredentials() throws IOException {
    return TlsProfile.signer(context, crypto, keys);
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    outcome = TlsOutcome.of(context, presented);
  }

  @Override
  public TlsOutcome outcome() {
    if (outcome == null) {
      throw new IllegalStateException("the handshake is not complete");
    }
    return outcome;
  }
}
