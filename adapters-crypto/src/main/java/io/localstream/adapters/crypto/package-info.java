/**
 * Cryptography: this device's identity ({@link io.localstream.adapters.crypto.RsaIdentityVault}),
 * the secure channel ({@link io.localstream.adapters.crypto.TlsChannelSecurity}) and the encryption
 * of content ({@link io.localstream.adapters.crypto.AesGcmContentEncryption}). What is promised and
 * what is not says {@code SECURITY.md} beside the module's sources. Only the bootstrap depends on
 * it.
 */
@NullMarked
package io.localstream.adapters.crypto;

import org.jspecify.annotations.NullMarked;
