package io.localstream.adapters.cli;

import io.localstream.application.usecase.GuardIdentity;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.Passphrase;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.PassphraseSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An identity that a passphrase may protect. */
final class ScriptedIdentity implements GuardIdentity {
  private final PassphraseSource passphrases;
  private LocalIdentity identity = Samples.self();
  Optional<String> passphrase = Optional.empty();

  ScriptedIdentity(PassphraseSource passphrases) {
    this.passphrases = passphrases;
  }

  @Override
  public Result show() {
    return new Result(
        new DeviceName("kitchen"),
        identity,
        passphrase.isPresent() ? IdentityProtection.PASSPHRASE : IdentityProtection.OWNER_ONLY,
        List.of());
  }

  @Override
  public Result protect() {
    requireUnlocked();
    passphrase =
        Optional.of(
            passphrases
                .choose()
                .map(ScriptedIdentity::text)
                .orElseThrow(() ->
                    new LocalStreamException(
                        FailureCode.INVALID_ARGUMENT, "no passphrase was given")));
    return show();
  }

  @Override
  public Result unprotect() {
    requireUnlocked();
    passphrase = Optional.empty();
    return show();
  }

  @Override
  public Result rotate() {
    requireUnlocked();
    identity =
        new LocalIdentity(
            identity.id(), identity.signingKey(), Samples.OTHER, identity.wrappingKey());
    return show();
  }

  void requireUnlocked() {
    for (int attempt = 1;
        passphrase.isPresent() && attempt <= PassphraseSource.MAX_ATTEMPTS;
        attempt++) {
      if (passphrases.unlock(attempt).map(ScriptedIdentity::text).equals(passphrase)) {
        return;
      }
    }
    if (passphrase.isPresent()) {
      throw new LocalStreamException(
          FailureCode.IDENTITY_LOCKED, "the identity is locked: nobody gave its passphrase");
    }
  }

  static String text(Passphrase given) {
    try (given) {
      return new String(given.utf8(), StandardCharsets.UTF_8);
    }
  }
}
