package io.localstream.domain.port;

import io.localstream.domain.device.Passphrase;
import java.util.Optional;

/** Knows the passphrase that protects this device's identity, or asks a person. Thread-safe. */
public interface PassphraseSource {
  /** How often {@link #unlock} is asked before an identity stays closed. */
  int MAX_ATTEMPTS = 3;

  /**
   * The passphrase that was set. The caller closes it.
   *
   * @param attempt from 1; more than 1 where the one before was wrong
   * @return empty where there is none to give, or none that differs from the wrong ones
   */
  Optional<Passphrase> unlock(int attempt);

  /**
   * A new passphrase. The caller closes it.
   *
   * @return empty where none was given
   * @throws io.localstream.domain.failure.LocalStreamException {@code INVALID_ARGUMENT}: it can't
   *     be one, or was typed in two ways; {@code CANCELLED}
   */
  Optional<Passphrase> choose();
}
