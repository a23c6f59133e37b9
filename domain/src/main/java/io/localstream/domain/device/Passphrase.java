package io.localstream.domain.device;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.util.Arrays;

/**
 * A passphrase that protects an identity: 1 to 1,024 bytes of UTF-8, no line breaks. Closing wipes
 * it. Safe for several threads.
 */
public final class Passphrase implements AutoCloseable {
  public static final int MAX_BYTES = 1_024;

  /** The least for one that a person chooses (NIST SP 800-63B, section 5.1.1.2). */
  public static final int MIN_NEW_CHARACTERS = 8;

  private static final int UTF8_CONTINUES = 0b1000_0000;
  private static final int UTF8_KIND = 0b1100_0000;

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

  /**
   * Makes sure that it is long enough to protect an identity from now on. One that protects an
   * identity already may be shorter.
   *
   * @throws LocalStreamException {@code INVALID_ARGUMENT}
   */
  public synchronized void requireLongEnough() {
    int characters = 0;
    for (byte each : utf8) {
      characters += (each & UTF8_KIND) == UTF8_CONTINUES ? 0 : 1;
    }
    if (characters < MIN_NEW_CHARACTERS) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT,
          "a new passphrase has at least "
              + MIN_NEW_CHARACTERS
              + " characters; several words are easy to remember; nothing was changed");
    }
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
