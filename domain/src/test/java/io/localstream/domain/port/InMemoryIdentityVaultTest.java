package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.contract.IdentityVaultContract;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import org.junit.jupiter.api.Test;

class InMemoryIdentityVaultTest extends IdentityVaultContract {
  private final InMemoryIdentityVault home = InMemoryIdentityVault.numbered(1);

  @Override
  protected IdentityVault vault(PassphraseSource passphrases) {
    return home.inAnotherProcess(passphrases);
  }

  @Test
  void otherKeysAreOfTheSameDevice() {
    InMemoryIdentityVault before = InMemoryIdentityVault.numbered(1);
    InMemoryIdentityVault after = before.withOtherKeys();
    assertThat(after.identity().id()).isEqualTo(before.identity().id());
    assertThat(after.identity().fingerprint()).isNotEqualTo(before.identity().fingerprint());
  }
}
