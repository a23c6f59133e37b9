package io.localstream.adapters.cli.text;

import io.localstream.domain.pairing.PairingCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds pairing codes in texts in which they have no place. */
public final class CodeText {
  /** A whole number and three words, whether a code has such words or not. */
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,])[1-9][0-9]?(?:[\\s-]+\\p{L}{3,}){3}(?![\\p{L}\\p{N}])");

  private CodeText() {}

  /** Whether something in it looks like a code, even a mistyped one. */
  public static boolean mayHoldOne(String text) {
    return LOOKS_LIKE_ONE.matcher(text).find();
  }

  /** Whether it is a code and nothing else. */
  public static boolean isOne(String text) {
    try (PairingCode _ = PairingCode.parse(text)) {
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** The text with {@code (a code)} in the place of each code. */
  public static String without(String text) {
    return LOOKS_LIKE_ONE
        .matcher(text)
        .replaceAll(
            found -> isOne(found.group()) ? "(a code)" : Matcher.quoteReplacement(found.group()));
  }
}
