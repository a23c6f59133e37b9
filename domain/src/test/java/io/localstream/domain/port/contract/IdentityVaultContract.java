package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.port.IdentityVault;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link IdentityVault} promises and a test can show. */
public abstract class IdentityVaultContract {
  private static final int ASKERS = 4;

  /** The subject; each call gives a vault as another process of the same home has it. */
  protected abstract IdentityVault vault();

  @Test
  void staysTheSame() {
    IdentityVault vault = vault();
    assertThat(vault.identity()).isEqualTo(vault.identity());
  }

  @Test
  void isTheSameInEveryProcessOfTheHome() {
    LocalIdentity first = vault().identity();
    assertThat(vault().identity()).isEqualTo(first);
  }

  @Test
  void isTheSameForAllWhoAskAtOnce() {
    List<IdentityVault> vaults = Stream.generate(this::vault).limit(ASKERS).toList();
    assertThat(vaults.parallelStream().map(IdentityVault::identity).distinct()).hasSize(1);
  }

  @Test
  void fingerprintIsThatOfTheSigningKey() throws Exception {
    LocalIdentity identity = vault().identity();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.signingKey().encoded());
    assertThat(identity.fingerprint()).isEqualTo(Fingerprint.of(digest));
  }

  @Test
  void wrapsWithAKeyThatDoesNotSign() {
    LocalIdentity identity = vault().identity();
    assertThat(identity.wrappingKey()).isNotEqualTo(identity.signingKey());
  }
}
