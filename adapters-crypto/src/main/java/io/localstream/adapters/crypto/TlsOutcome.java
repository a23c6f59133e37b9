package io.localstream.adapters.crypto;

import io.localstream.domain.device.PeerCredentials;
import java.io.IOException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake has established.
 *
 * @param peer who is at the other end
 * @param negotiatedGroup the key agreement that was used (IANA, TLS Supported Groups)
 * @param binding see {@link io.localstream.domain.port.SecureChannel#binding()}
 * @param sessionSecret see {@link io.localstream.domain.port.SecureChannel#sessionSecret()}
 */
record TlsOutcome(PeerCredentials peer, int negotiatedGroup, byte[] binding, byte[] sessionSecret) {
  private static final String BINDING = "EXPORTER-Channel-Binding";
  private static final String SESSION = "EXPORTER-localstream-session";
  private static final int EXPORTED_BYTES = 32;

  /**
   * Takes it from a handshake that is just complete: afterwards the library exports nothing.
   *
   * <p>The binding is "tls-exporter" (RFC 9266, section 2); the secret is exported under a label of
   * our own (RFC 8446, section 7.5). Both have an empty context.
   */
  static TlsOutcome of(TlsContext context, @Nullable DeviceCertificate presented)
      throws IOException {
    if (presented == null) {
      throw new TlsFatalAlert(AlertDescription.certificate_required);
    }
    return new TlsOutcome(
        presented.credentials(),
        context.getSecurityParametersConnection().getNegotiatedGroup(),
        context.exportKeyingMaterial(BINDING, TlsUtils.EMPTY_BYTES, EXPORTED_BYTES),
        context.exportKeyingMaterial(SESSION, TlsUtils.EMPTY_BYTES, EXPORTED_BYTES));
  }

  /** Tells nothing secret. */
  @Override
  public String toString() {
    return "TlsOutcome[" + peer.id() + "]";
  }
}
