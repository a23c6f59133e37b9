package io.localstream.adapters.crypto;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * A random key for each attempt, wrapped with RSA-OAEP; from it a key for each lane; AES-256-GCM
 * for each chunk. All by the platform's own ciphers. Safe for several threads; its sealers and
 * openers are for one thread at a time.
 */
public final class AesGcmContentEncryption implements ContentEncryption {
  /** Beyond that it would rather be in the way. */
  private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(10);

  private final AtomicBoolean prepared = new AtomicBoolean();
  private final RsaIdentityVault vault;
  private final EpochLimit limit;
  private final SecureRandom random = new SecureRandom();

  /** Makes the encryption of the device whose identity is in the vault. */
  public AesGcmContentEncryption(RsaIdentityVault vault) {
    this(vault, EpochLimit.DEFAULT);
  }

  AesGcmContentEncryption(RsaIdentityVault vault, EpochLimit limit) {
    this.vault = vault;
    this.limit = limit;
  }

  @Override
  public void prepare() {
    if (prepared.compareAndSet(false, true)) {
      new CipherWarmUp(WARM_UP_LIMIT).run();
    }
  }

  @Override
  public TransferKey newKey() {
    byte[] secret = new byte[ContentKey.BYTES];
    random.nextBytes(secret);
    return new ContentKey(this, secret);
  }

  @Override
  public byte[] wrap(TransferKey key, PublicKey recipient, TransferId transfer) {
    byte[] secret = own(key).copy();
    try {
      RSAPublicKey wrapping = RsaKeys.decodePublic(recipient.encoded());
      return KeyWrap.wrap(secret, wrapping, KeyWrap.encoded(transfer.value()));
    } catch (GeneralSecurityException e) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION,
          "the peer's key for content can't be used; update LocalStream on the other device",
          e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  @Override
  public TransferKey unwrap(byte[] wrapped, TransferId transfer) {
    byte[] secret;
    try {
      secret =
          KeyWrap.unwrap(wrapped, vault.keys().unwrapping(), KeyWrap.encoded(transfer.value()));
    } catch (GeneralSecurityException e) {
      throw notForUs(e);
    }
    if (secret.length != ContentKey.BYTES) {
      Arrays.fill(secret, (byte) 0);
      throw notForUs(null);
    }
    return new ContentKey(this, secret);
  }

  private static LocalStreamException notForUs(@Nullable Throwable cause) {
    return new LocalStreamException(
        FailureCode.CONTENT_DAMAGED,
        "the key of the transfer was not made for this device and transfer, or was altered;"
            + " send the files again",
        cause);
  }

  @Override
  public ChunkSealer sealer(TransferKey key, LaneContext lane) {
    ContentKey own = own(key);
    byte[] secret = own.copy();
    own.claim(lane);
    return new AesGcmSealer(new LaneCipher(Cipher.ENCRYPT_MODE, secret, lane, limit));
  }

  @Override
  public ChunkOpener opener(TransferKey key, LaneContext lane) {
    return new AesGcmOpener(new LaneCipher(Cipher.DECRYPT_MODE, own(key).copy(), lane, limit));
  }

  private ContentKey own(TransferKey key) {
    if (key instanceof ContentKey own && own.isOf(this)) {
      return own;
    }
    throw new IllegalArgumentException("the key was not made here");
  }
}
