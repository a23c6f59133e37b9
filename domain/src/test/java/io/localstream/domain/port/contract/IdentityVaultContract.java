package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link IdentityVault} promises and a test can show. */
public abstract class IdentityVaultContract {
  private static final int ASKERS = 4;

  private static final String SECRET = "correct horse";

  /** The subject; each call gives a vault as another process of the same home has it. */
  protected abstract IdentityVault vault(PassphraseSource passphrases);

  private IdentityVault vault() {
    return vault(new ScriptedPassphraseSource());
  }

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

  @Nested
  class Protected {
    private LocalIdentity identity;

    @BeforeEach
    void protect() {
      IdentityVault vault = vault(new ScriptedPassphraseSource().choosing(SECRET));
      identity = vault.identity();
      assertThat(vault.protection()).isEqualTo(IdentityProtection.OWNER_ONLY);
      vault.protect();
      assertThat(vault.protection()).isEqualTo(IdentityProtection.PASSPHRASE);
    }

    @Test
    void opensWithThePassphraseThatIsAskedForOnce() {
      ScriptedPassphraseSource source = new ScriptedPassphraseSource().unlocking(SECRET);
      IdentityVault vault = vault(source);
      assertThat(vault.protection()).isEqualTo(IdentityProtection.PASSPHRASE);
      assertThat(source.timesAsked()).isZero();

      assertThat(vault.identity()).isEqualTo(identity);
      assertThat(vault.identity()).isEqualTo(identity);
      assertThat(vault.successions()).isEmpty();
      assertThat(source.timesAsked()).isOne();
    }

    @Test
    void staysLockedWhenNobodyGivesThePassphrase() {
      assertFails(FailureCode.IDENTITY_LOCKED, () -> vault().identity());
    }

    @Test
    void asksThreeTimesAndCanBeAskedAgain() {
      ScriptedPassphraseSource source =
          new ScriptedPassphraseSource().unlocking("1", "2", "3", "4", SECRET);
      IdentityVault vault = vault(source);
      assertFails(FailureCode.IDENTITY_LOCKED, vault::identity);
      assertThat(source.timesAsked()).isEqualTo(PassphraseSource.MAX_ATTEMPTS);
      assertThat(vault.identity()).isEqualTo(identity);
    }

    @Test
    void changesThePassphrase() {
      vault(new ScriptedPassphraseSource().unlocking(SECRET).choosing("another one")).protect();
      assertFails(FailureCode.IDENTITY_LOCKED, () -> opened(SECRET));
      assertThat(opened("another one")).isEqualTo(identity);
    }

    @Test
    void keepsThePassphraseWhereTheChangeFails() {
      IdentityVault stranger = vault(new ScriptedPassphraseSource().unlocking("x").choosing("y"));
      assertFails(FailureCode.IDENTITY_LOCKED, stranger::protect);
      IdentityVault undecided = vault(new ScriptedPassphraseSource().unlocking(SECRET));
      assertFails(FailureCode.INVALID_ARGUMENT, undecided::protect);
      assertThat(opened(SECRET)).isEqualTo(identity);
    }

    @Test
    void isOpenAgainOnceUnprotected() {
      vault(new ScriptedPassphraseSource().unlocking(SECRET)).unprotect();
      IdentityVault vault = vault();
      assertThat(vault.protection()).isEqualTo(IdentityProtection.OWNER_ONLY);
      assertThat(vault.identity()).isEqualTo(identity);
      vault.unprotect();
      assertThat(vault.identity()).isEqualTo(identity);
    }

    @Test
    void staysProtectedWithoutThePassphrase() {
      assertFails(FailureCode.IDENTITY_LOCKED, () -> vault().unprotect());
      assertThat(vault().protection()).isEqualTo(IdentityProtection.PASSPHRASE);
    }

    @Test
    void staysProtectedWhenItsKeysAreReplaced() {
      LocalIdentity now = vault(new ScriptedPassphraseSource().unlocking(SECRET)).rotate();
      assertThat(vault().protection()).isEqualTo(IdentityProtection.PASSPHRASE);
      assertThat(opened(SECRET)).isEqualTo(now).isNotEqualTo(identity);
    }

    @Test
    void keepsItsKeysWithoutThePassphrase() {
      assertFails(FailureCode.IDENTITY_LOCKED, () -> vault().rotate());
      assertThat(opened(SECRET)).isEqualTo(identity);
    }

    private LocalIdentity opened(String passphrase) {
      return vault(new ScriptedPassphraseSource().unlocking(passphrase)).identity();
    }
  }

  @Test
  void staysUnprotectedWhereThePassphraseIsTooShort() {
    // Seven characters, of which the last takes four bytes.
    IdentityVault vault = vault(new ScriptedPassphraseSource().choosing("123456\ud83d\ude00"));
    vault.identity();
    assertFails(FailureCode.INVALID_ARGUMENT, vault::protect);
    assertThat(vault.protection()).isEqualTo(IdentityProtection.OWNER_ONLY);
  }

  @Test
  void staysUnprotectedWhereNoPassphraseIsChosen() {
    IdentityVault vault = vault();
    vault.identity();
    assertFails(FailureCode.INVALID_ARGUMENT, vault::protect);
    assertThat(vault.protection()).isEqualTo(IdentityProtection.OWNER_ONLY);
  }

  @Nested
  class Replaced {
    private final IdentityVault running = vault();
    private final IdentityVault vault = vault();
    private final LocalIdentity former = running.identity();
    private final LocalIdentity now = vault.rotate();

    @Test
    void isTheSameDeviceWithOtherKeys() {
      assertThat(now.id()).isEqualTo(former.id());
      assertThat(now.fingerprint()).isNotEqualTo(former.fingerprint());
      assertThat(now.signingKey()).isNotEqualTo(former.signingKey());
      assertThat(now.wrappingKey()).isNotEqualTo(former.wrappingKey());
    }

    @Test
    void isUsedAtOnceAndByEveryProcessThatBegins() {
      assertThat(vault.identity()).isEqualTo(now);
      assertThat(vault().identity()).isEqualTo(now);
      assertThat(vault().successions()).isEqualTo(vault.successions());
    }

    @Test
    void leavesAProcessThatRunsWithTheFormerKeys() {
      assertThat(running.identity()).isEqualTo(former);
      assertThat(running.successions()).isEmpty();
    }

    @Test
    void isStatedByTheFormerKey() {
      Succession statement = vault.successions().getFirst();
      assertThat(statement.id()).isEqualTo(former.id());
      assertThat(statement.formerKey()).isEqualTo(former.signingKey());
      assertThat(statement.signingKey()).isEqualTo(now.signingKey());
      assertThat(statement.wrappingKey()).isEqualTo(now.wrappingKey());
      assertThatNoException().isThrownBy(() -> running.verify(statement));
    }

    @Test
    void tellsTheLatestFourStatementsLatestFirst() {
      List<LocalIdentity> all = new ArrayList<>(List.of(former, now));
      for (int i = 0; i < Succession.MAX_TOLD; i++) {
        all.add(vault.rotate());
      }
      List<PublicKey> latest =
          all.reversed().stream()
              .limit(Succession.MAX_TOLD)
              .map(LocalIdentity::signingKey)
              .toList();

      List<Succession> told = vault().successions();

      assertThat(told).extracting(Succession::signingKey).isEqualTo(latest);
      assertThat(told).allSatisfy(statement -> vault.verify(statement));
      assertThat(told.get(0).formerKey()).isEqualTo(told.get(1).signingKey());
    }

    @Test
    void isNotBelievedWhereTheStatementIsAnother() {
      Succession good = vault.successions().getFirst();
      byte[] signature = good.signature();
      byte[] flipped = signature.clone();
      flipped[flipped.length / 2] ^= 1;
      Stream.of(
              new Succession(
                  SampleDevices.id(9),
                  good.formerKey(),
                  good.signingKey(),
                  good.wrappingKey(),
                  signature),
              new Succession(
                  good.id(), good.signingKey(), good.signingKey(), good.wrappingKey(), signature),
              new Succession(
                  good.id(), good.formerKey(), good.wrappingKey(), good.wrappingKey(), signature),
              new Succession(
                  good.id(), good.formerKey(), good.signingKey(), good.signingKey(), signature),
              new Succession(
                  good.id(), good.formerKey(), good.signingKey(), good.wrappingKey(), flipped),
              new Succession(
                  good.id(),
                  good.formerKey(),
                  good.signingKey(),
                  good.wrappingKey(),
                  new byte[] {1}))
          .forEach(
              forged -> assertFails(FailureCode.HANDSHAKE_FAILED, () -> running.verify(forged)));
    }
  }
}
