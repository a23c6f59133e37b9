package io.localstream.domain.port;

import java.util.Optional;

/**
 * Keeps small secrets (up to 64 KiB) where only this device's owner can read them. Names are
 * lower-case letters, digits, dots and dashes. Safe for several threads and processes.
 *
 * <p>Every method throws {@code STORE_UNAVAILABLE}, and {@code HOME_INSECURE} where others can read
 * the secrets and that can't be mended.
 */
public interface SecretStore {
  /** The secret as it was stored, or empty. The caller wipes the array after use. */
  Optional<byte[]> read(String name);

  /**
   * Stores a secret unless one of that name is there; atomic also between processes.
   *
   * @return the secret that is stored now: the given one, or the one that was there before
   */
  byte[] createIfAbsent(String name, byte[] secret);

  /**
   * Stores a secret in the place of the one of that name, where there is one; atomic: another
   * process reads the one or the other.
   */
  void replace(String name, byte[] secret);
}
