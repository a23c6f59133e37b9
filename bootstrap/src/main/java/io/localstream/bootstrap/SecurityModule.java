package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.adapters.crypto.AesGcmContentEncryption;
import io.localstream.adapters.crypto.JPakePairingExchange;
import io.localstream.adapters.crypto.RsaIdentityVault;
import io.localstream.adapters.crypto.RsaNotary;
import io.localstream.adapters.crypto.SealedSessionSecrets;
import io.localstream.adapters.crypto.SecureIdentifierSource;
import io.localstream.adapters.crypto.Sha256Digester;
import io.localstream.adapters.crypto.TlsChannelSecurity;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.SessionSecrets;
import java.time.InstantSource;

/** Who this device is, and how what it says is kept from others: RSA, TLS 1.3, AES-GCM. */
final class SecurityModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(IdentifierSource.class).toInstance(new SecureIdentifierSource());
    bind(Digester.class).toInstance(new Sha256Digester());
    bind(PairingExchange.class).toInstance(new JPakePairingExchange());
    bind(IdentityVault.class).to(RsaIdentityVault.class);
  }

  @Provides
  @Singleton
  RsaIdentityVault vault(
      SecretStore secrets,
      IdentifierSource identifiers,
      InstantSource clock,
      PassphraseSource passphrases) {
    return new RsaIdentityVault(secrets, identifiers, clock, passphrases);
  }

  @Provides
  @Singleton
  SessionSecrets sessionSecrets(RsaIdentityVault vault) {
    return new SealedSessionSecrets(vault);
  }

  @Provides
  @Singleton
  ChannelSecurity channels(RsaIdentityVault vault) {
    return new TlsChannelSecurity(vault);
  }

  @Provides
  @Singleton
  Notary notary(RsaIdentityVault vault) {
    return new RsaNotary(vault);
  }

  @Provides
  @Singleton
  ContentEncryption contents(RsaIdentityVault vault) {
    return new AesGcmContentEncryption(vault);
  }
}
