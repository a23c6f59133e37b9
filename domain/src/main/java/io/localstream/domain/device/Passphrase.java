package io.localstream.domain.device;

import java.util.Arrays;

/**
 * A passphrase that protects an identity: 1 to 1,024 bytes of UTF-8, no line breaks. Closing wipes
 * it. Safe for several threads.
 */
public final class Passphrase implements AutoCloseable {
  public static final int MAX_BYTES = 1_024;

  private final byte[] utf8;
  private boolean wiped;

  /**
   * Takes a copy; whoever calls wipes the array.
   *
   * @throws IllegalArgumentException with one line for a person
   */
  public Passphrase(byte[] utf8) {
    if (utf8.length == 0) {
      throw new IllegalArgumentException("a passphrase can't be empty");
    }
    if (utf8.length > MAX_BYTES) {
      throw new IllegalArgumentException("a passphrase has at most " + MAX_BYTES + " bytes");
    }
    this.utf8 = utf8.clone();
  }

  /** A copy; whoever asks wipes it. */
  public synchronized byte[] utf8() {
    if (wiped) {
      throw new IllegalStateException("the passphrase was wiped");
    }
    return utf8.clone();
  }

  @Override
  public synchronized void close() {
    wiped = true;
    Arrays.fill(utf8, (byte) 0);
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "Passphrase";
  }
}
