package io.localstream.adapters.crypto;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import javax.crypto.SecretKey;

/** An AES-256 key that, unlike the platform's, can be wiped. */
final class LaneKey implements SecretKey {
  private static final long serialVersionUID = 1L;
  static final int BYTES = 32;

  private final byte[] secret;
  private boolean destroyed;

  /** Takes the bytes over. */
  LaneKey(byte[] secret) {
    this.secret = secret;
  }

  /** What a cipher is given so that it forgets the key that it had. */
  static LaneKey blank() {
    return new LaneKey(new byte[BYTES]);
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return secret.clone();
  }

  @Override
  public void destroy() {
    destroyed = true;
    Arrays.fill(secret, (byte) 0);
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  /** Refused: a key is not to be written anywhere. */
  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException("LaneKey");
  }
}
