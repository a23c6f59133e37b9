package io.localstream.domain.port;

import io.localstream.domain.device.LocalIdentity;

/** Keeps this device's identity. Safe for use by several threads and processes. */
public interface IdentityVault {
  /**
   * The identity; made on first use, and the same ever after, also for other processes of the same
   * home. The private keys never leave the vault's adapter.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code STORE_DAMAGED}, {@code
   *     STORE_UNAVAILABLE} or {@code HOME_INSECURE}
   */
  LocalIdentity identity();
}
