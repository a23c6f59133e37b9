package io.localstream.domain.device;

import io.localstream.domain.display.SpokenWords;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SHA-256 of a public key's SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7), as 64 lower-case
 * hexadecimal digits. Trust is decided on it.
 */
public record Fingerprint(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int GROUP = 4;
  private static final int DIGITS_OF_A_WORD = 8;

  public Fingerprint {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a fingerprint is 64 lower-case hexadecimal digits");
    }
  }

  /** Wraps a SHA-256 digest of 32 bytes. */
  public static Fingerprint of(byte[] digest) {
    return new Fingerprint(HexFormat.of().formatHex(digest).toLowerCase(Locale.ROOT));
  }

  /** All 64 digits in groups of four, for comparing by eye. */
  public String display() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hex.length(); i += GROUP) {
      if (i > 0) {
        text.append(' ');
      }
      text.append(hex, i, i + GROUP);
    }
    return text.toString();
  }

  /**
   * Eight of the {@link SpokenWords}, for comparing by voice: one for each 32 bits, taken modulo
   * 1,296. They hold 82 bits, too many for a key that has the same words to be searched for.
   */
  public List<String> spoken() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < hex.length(); i += DIGITS_OF_A_WORD) {
      long bits = Long.parseLong(hex, i, i + DIGITS_OF_A_WORD, 16);
      words.add(SpokenWords.at((int) (bits % SpokenWords.COUNT)));
    }
    return List.copyOf(words);
  }

  /** The first 16 digits in groups of four: enough to tell rows of a list apart, not to trust. */
  public String brief() {
    return display().substring(0, 4 * GROUP + 3);
  }

  @Override
  public String toString() {
    return display();
  }
}
