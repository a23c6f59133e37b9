package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt.Answer;
import java.util.Locale;
import java.util.Optional;

/** Reads a person's answer. */
final class YesOrNo {
  private YesOrNo() {}

  /** Only a whole yes or no counts; empty for anything else. */
  static Optional<Answer> parse(String typed) {
    return switch (typed.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "y" -> Optional.of(Answer.YES);
      case "no", "n" -> Optional.of(Answer.NO);
      default -> Optional.empty();
    };
  }
}
