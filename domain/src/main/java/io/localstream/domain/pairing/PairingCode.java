package io.localstream.domain.pairing;

import io.localstream.domain.display.SpokenWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A code such as {@code 7-cobalt-marimba-oak} that one person reads out and another types. The
 * number finds the device and is no secret; the three words are one: 31 bits. Closing wipes them.
 * Safe for several threads.
 */
public final class PairingCode implements AutoCloseable {
  /** How many words a code has. */
  public static final int WORDS = 3;

  /** Numbers are from 1 to this. */
  public static final int MAX_NUMBER = 99;

  /** So many wrong guesses burn a code. */
  public static final int MAX_TRIES = 3;

  /** A code that was not used by then is burnt. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
  private static final int MAX_TYPED = 200;

  private final int number;
  private final byte[] words;

  private PairingCode(int number, byte[] words) {
    this.number = number;
    this.words = words;
  }

  /**
   * The code of a number and places in {@link SpokenWords}.
   *
   * @param number 1 to 99
   * @param words three places
   */
  public static PairingCode of(int number, int... words) {
    if (number < 1 || number > MAX_NUMBER || words.length != WORDS) {
      throw new IllegalArgumentException("a code is a number from 1 to 99 and three words");
    }
    byte[] joined = new byte[WORDS * (SpokenWords.MAX_LETTERS + 1)];
    int length = 0;
    for (int word : words) {
      if (length > 0) {
        joined[length++] = '-';
      }
      for (char letter : SpokenWords.at(word).toCharArray()) {
        joined[length++] = (byte) letter;
      }
    }
    byte[] secret = Arrays.copyOf(joined, length);
    Arrays.fill(joined, (byte) 0);
    return new PairingCode(number, secret);
  }

  /**
   * Parses what a person typed: in any case, with hyphens, spaces or both, words written out or
   * their first three letters at least.
   *
   * @throws IllegalArgumentException with one line for the person that does not repeat the code
   */
  public static PairingCode parse(String typed) {
    if (typed.length() > MAX_TYPED) {
      throw malformed();
    }
    List<String> parts = new ArrayList<>(List.of(typed.strip().split("[\\s-]+")));
    if (parts.size() != WORDS + 1 || !NUMBER.matcher(parts.getFirst()).matches()) {
      throw malformed();
    }
    String number = parts.removeFirst();
    int[] words = parts.stream().mapToInt(PairingCode::word).toArray();
    return of(Integer.parseInt(number), words);
  }

  private static int word(String typed) {
    return SpokenWords.indexOf(
        SpokenWords.meant(typed)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    SpokenWords.nearest(typed)
                        .map(near -> "no code has such a word; did you mean " + near + "?")
                        .orElse("a word of that code is in no code; ask for it once more"))));
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "a code is a number and three words, such as 7-emerald-pueblo-aardvark");
  }

  /** What finds the device that made the code; anybody may know it. */
  public int number() {
    return number;
  }

  /** The words, joined by hyphens, in ASCII; whoever asks wipes the array. */
  public synchronized byte[] secret() {
    requireOpen();
    return words.clone();
  }

  /** The whole code, for the one person who is to read it out. It belongs nowhere else. */
  public synchronized String spoken() {
    requireOpen();
    StringBuilder text = new StringBuilder().append(number).append('-');
    for (byte letter : words) {
      text.append((char) letter);
    }
    return text.toString();
  }

  private void requireOpen() {
    if (words[0] == 0) {
      throw new IllegalStateException("the code was wiped");
    }
  }

  /** Wipes the words. Idempotent. */
  @Override
  public synchronized void close() {
    Arrays.fill(words, (byte) 0);
  }

  /** Tells the number alone. */
  @Override
  public String toString() {
    return "code " + number;
  }
}
