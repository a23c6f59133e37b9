package io.localstream.adapters.cli.text;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.port.Question;
import java.util.ArrayList;
import java.util.List;

/** Questions as a person sees them. */
public final class QuestionText {
  private static final String INDENT = " ".repeat(21);

  private QuestionText() {}

  /** What there is to know before answering; both fingerprints in full. */
  public static List<String> details(Question question) {
    return switch (question) {
      case Question.TrustDevice trust -> trust(trust);
      case Question.ReceiveFiles receive ->
          List.of(
              receive.transfer().peerName().display()
                  + " offers "
                  + TransferText.what(receive.transfer())
                  + ", to be saved as "
                  + DisplayText.escape(receive.savedAs()));
    };
  }

  private static List<String> trust(Question.TrustDevice trust) {
    String name = trust.contact().presented().name().display();
    List<String> lines = new ArrayList<>();
    lines.add(
        "A device that is not known here calls itself "
            + name
            + " (at "
            + DisplayText.escape(trust.remote())
            + ").");
    lines.addAll(fingerprint("  its fingerprint:   ", trust.contact().presented().fingerprint()));
    lines.addAll(fingerprint("  this device's own: ", trust.own().fingerprint()));
    lines.add("Compare both with what the other device shows.");
    if (trust.contact().nameIsKnown()) {
      lines.add("Warning: another trusted device is called " + name + " already.");
    }
    return lines;
  }

  /** Two lines, so that it fits 80 columns. */
  static List<String> fingerprint(String label, Fingerprint fingerprint) {
    String digits = fingerprint.display();
    int half = digits.length() / 2;
    return List.of(label + digits.substring(0, half), INDENT + digits.substring(half + 1));
  }

  /** The line on which the answer is typed. */
  public static String prompt(Question question) {
    return switch (question) {
      case Question.TrustDevice _ -> "trust this device? [yes/no] ";
      case Question.ReceiveFiles _ -> "receive it? [yes/no] ";
    };
  }

  /** What the question is about, in a few words. */
  public static String subject(Question question) {
    return switch (question) {
      case Question.TrustDevice trust ->
          "whether to trust " + trust.contact().presented().name().display();
      case Question.ReceiveFiles receive ->
          "whether to receive " + TransferText.what(receive.transfer());
    };
  }
}
