package io.localstream.bootstrap;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.port.PassphraseSource;
import java.util.Optional;

/** Nobody is there who knows a passphrase: a protected identity stays closed. */
final class NoPassphrases implements PassphraseSource {
  @Override
  public Optional<Passphrase> unlock(int attempt) {
    return Optional.empty();
  }

  @Override
  public Optional<Passphrase> choose() {
    return Optional.empty();
  }
}
