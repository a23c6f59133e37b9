/**
 * Cryptography: this device's identity ({@link io.localstream.adapters.crypto.RsaIdentityVault}),
 * the secure channel ({@link io.localstream.adapters.crypto.TlsChannelSecurity}), pairing by code
 * ({@link io.localstream.adapters.crypto.JPakePairingExchange}), sessions that come back ({@link
 * io.localstream.adapters.crypto.SealedSessionSecrets}) and the encryption of content ({@link
 * io.localstream.adapters.crypto.AesGcmContentEncryption}). What is promised and what is not says
 * {@code SECURITY.md} beside the module's sources. Only the bootstrap depends on it.
 */
@NullMarked
package io.localstream.adapters.crypto;

import org.jspecify.annotations.NullMarked;
