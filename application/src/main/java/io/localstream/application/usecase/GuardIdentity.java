package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.Succession;
import java.util.List;
import java.util.Objects;

/** Shows and changes this device's own identity. Errors as {@code IdentityVault}. */
public interface GuardIdentity {
  Result show();

  /** Asks for a new passphrase and keeps the private keys under it. */
  Result protect();

  /** Asks for the passphrase and keeps the private keys without one. */
  Result unprotect();

  /**
   * Replaces both key pairs. Known devices are told when they are met next, by a statement that the
   * former key has signed.
   */
  Result rotate();

  /** This device's identity, without any secret. */
  record Result(
      DeviceName name,
      LocalIdentity identity,
      IdentityProtection protection,
      List<Succession> successions) {
    public Result {
      Objects.requireNonNull(name);
      Objects.requireNonNull(identity);
      Objects.requireNonNull(protection);
      successions = List.copyOf(successions);
    }
  }
}
