package io.localstream.adapters.crypto;

import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;

/**
 * TLS 1.3 (RFC 8446) in which both sides present a certificate that they signed themselves, by
 * BouncyCastle. Safe for several threads.
 */
public final class TlsChannelSecurity implements ChannelSecurity {
  private final RsaIdentityVault vault;
  private final List<Integer> groups;

  /** Makes the security of the device whose identity is in the vault. */
  public TlsChannelSecurity(RsaIdentityVault vault) {
    this(vault, TlsProfile.GROUPS);
  }

  TlsChannelSecurity(RsaIdentityVault vault, List<Integer> groups) {
    this.vault = vault;
    this.groups = groups;
  }

  @Override
  public SecureChannel initiate(Link link, Duration timeout) {
    return guarded(
        link,
        () -> {
          TlsInitiator end = new TlsInitiator(TlsProfile.cryptography(), vault.keys(), groups);
          TlsClientProtocol protocol = new TlsClientProtocol();
          return shake(link, timeout, protocol, () -> protocol.connect(end), end);
        });
  }

  @Override
  public SecureChannel respond(Link link, Duration timeout) {
    return guarded(
        link,
        () -> {
          TlsResponder end = new TlsResponder(TlsProfile.cryptography(), vault.keys(), groups);
          TlsServerProtocol protocol = new TlsServerProtocol();
          return shake(link, timeout, protocol, () -> protocol.accept(end), end);
        });
  }

  private static TlsChannel shake(
      Link link, Duration timeout, TlsProtocol protocol, TlsHandshake.Opening opening, TlsEnd end) {
    new TlsHandshake(protocol, link, Deadline.after(timeout)).run(opening);
    return new TlsChannel(link, protocol, end.outcome());
  }

  /** Closes the link unless a channel has taken it over. */
  private static SecureChannel guarded(Link link, Supplier<TlsChannel> attempt) {
    boolean done = false;
    try {
      TlsChannel channel = attempt.get();
      done = true;
      return channel;
    } finally {
      if (!done) {
        link.close();
      }
    }
  }
}
