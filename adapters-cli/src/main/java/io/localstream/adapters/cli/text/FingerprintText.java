package io.localstream.adapters.cli.text;

import io.localstream.domain.device.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fingerprints, for comparing by eye and by voice. */
public final class FingerprintText {
  private static final int LABEL_COLUMNS = 21;

  private FingerprintText() {}

  /** Digits in two lines, so that they fit 80 columns, and words in two. */
  public static List<String> lines(String label, Fingerprint fingerprint) {
    List<String> lines = new ArrayList<>(digits(label, fingerprint));
    List<String> words = fingerprint.spoken();
    int half = words.size() / 2;
    lines.add(padded("  in words:") + String.join(" ", words.subList(0, half)));
    lines.add(padded("") + String.join(" ", words.subList(half, words.size())));
    return lines;
  }

  /** Digits alone, in two lines. */
  static List<String> digits(String label, Fingerprint fingerprint) {
    String digits = fingerprint.display();
    int half = digits.length() / 2;
    return List.of(
        padded(label) + digits.substring(0, half), padded("") + digits.substring(half + 1));
  }

  /**
   * Both devices' words, one line each, and both devices' digits, in an order that is the same on
   * both screens, so that two people can read them to each other.
   */
  static List<String> pair(Fingerprint own, Fingerprint other) {
    List<Fingerprint> sorted =
        Stream.of(own, other).sorted((one, two) -> one.hex().compareTo(two.hex())).toList();
    List<String> lines = new ArrayList<>();
    for (Fingerprint each : sorted) {
      lines.add(side(each, own) + String.join(" ", each.spoken()));
    }
    lines.add("The same in digits:");
    for (Fingerprint each : sorted) {
      String digits = each.display();
      int half = digits.length() / 2;
      lines.add(side(each, own) + digits.substring(0, half));
      lines.add(" ".repeat(side(each, own).length()) + digits.substring(half + 1));
    }
    return lines;
  }

  private static String side(Fingerprint fingerprint, Fingerprint own) {
    return fingerprint.equals(own) ? "  this   " : "  other  ";
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(0, LABEL_COLUMNS - label.length()));
  }
}
