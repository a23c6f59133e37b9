package io.localstream.domain.port;

import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.Succession;
import java.util.List;

/**
 * Keeps this device's identity. Safe for use by several threads and processes.
 *
 * <p>Every method but {@link #verify} throws {@code STORE_DAMAGED}, {@code STORE_UNAVAILABLE} or
 * {@code HOME_INSECURE}, and where the passphrase is needed {@code IDENTITY_LOCKED}: nobody gave
 * the right one.
 */
public interface IdentityVault {
  /**
   * The identity; made on first use, and the same ever after until it is replaced, also for other
   * processes of the same home. The private keys never leave the vault's adapter. Asks for the
   * passphrase of a protected identity once in the life of a process.
   */
  LocalIdentity identity();

  /** How this identity came after former ones: the latest statement first, at most 4. */
  List<Succession> successions();

  /** How the private keys are kept. Asks for no passphrase. */
  IdentityProtection protection();

  /**
   * Asks for a new passphrase and keeps the private keys under it from now on; a passphrase that
   * was set before is asked for first. Atomic: what was kept before stays where it fails.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code INVALID_ARGUMENT}: no
   *     passphrase was given, or one of fewer than {@link
   *     io.localstream.domain.device.Passphrase#MIN_NEW_CHARACTERS}
   */
  void protect();

  /** Asks for the passphrase and keeps the private keys without one from now on. Idempotent. */
  void unprotect();

  /**
   * Replaces both key pairs, keeps the identifier and the protection, and keeps a statement about
   * that, signed by the key that is given up. Atomic. Other processes of the same home go on with
   * the former keys until they end.
   */
  LocalIdentity rotate();

  /**
   * Checks the signature of another device's statement.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code HANDSHAKE_FAILED}: the former
   *     key has not signed this, or one of the keys is not one that could be accepted
   */
  void verify(Succession statement);
}
