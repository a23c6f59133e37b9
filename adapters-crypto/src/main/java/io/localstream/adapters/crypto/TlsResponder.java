package io.localstream.adapters.crypto;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.jspecify.annotations.Nullable;

/** The TLS server, for one handshake. */
@SuppressWarnings({"JdkObsolete", "rawtypes"}) // As the library has it.
class TlsResponder extends AbstractTlsServer implements TlsEnd {
  private final JcaTlsCrypto crypto;
  private final IdentityKeys keys;
  private final List<Integer> groups;
  private @Nullable DeviceCertificate presented;
  private @Nullable TlsOutcome outcome;

  TlsResponder(JcaTlsCrypto crypto, IdentityKeys keys, List<Integer> groups) {
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
  public int[] getSupportedGroups() {
    return groups.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public boolean preferLocalSupportedGroups() {
    return true;
  }

  @Override
  protected Vector<ProtocolName> getProtocolNames() {
    return TlsProfile.protocols();
  }

  @Override
  public int getMaxCertificateChainLength() {
    return 1;
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return TlsProfile.MAX_HANDSHAKE_MESSAGE_BYTES;
  }

  @Override
  public void processClientExtensions(Hashtable clientExtensions) throws IOException {
    super.processClientExtensions(clientExtensions);
    // The library refuses a wrong protocol, but takes a client that names none.
    if (!TlsProfile.PROTOCOL.equals(selectedProtocolName)) {
      throw new TlsFatalAlert(AlertDescription.no_application_protocol);
    }
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    return TlsProfile.signer(context, crypto, keys);
  }

  @Override
  public CertificateRequest getCertificateRequest() throws IOException {
    return new CertificateRequest(
        TlsUtils.EMPTY_BYTES,
        TlsProfile.handshakeSignatures(),
        TlsProfile.certificateSignatures(),
        null);
  }

  /** Called with an empty chain too, where the client has no certificate. */
  @Override
  public void notifyClientCertificate(Certificate clientCertificate) throws IOException {
    presented = TlsProfile.check(clientCertificate);
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
