package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import java.util.List;

/** Asks before something that can't be taken back, unless {@code --yes} was given. */
final class Confirmation {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  Confirmation(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  /**
   * Returns where the person wants it.
   *
   * @param question without the {@code [yes/no]} behind it
   * @throws LocalStreamException {@code DECLINED}; {@code INVALID_ARGUMENT}: nobody is here to ask
   */
  void require(String question) throws InterruptedException {
    if (surroundings.person().agreesTo(options)) {
      return;
    }
    switch (surroundings.person().confirm(inquiry(List.of(), question))) {
      case YES -> {
        // Go on.
      }
      case NO -> throw new LocalStreamException(FailureCode.DECLINED, "nothing was changed");
      case NONE ->
          throw new LocalStreamException(
              FailureCode.INVALID_ARGUMENT,
              "nobody is here to ask (" + question + "), so nothing was changed; --yes does it");
    }
  }

  /** Whether the person wants it; no where nobody is here. */
  static boolean isWanted(Surroundings surroundings, String question) throws InterruptedException {
    return surroundings.person().confirm(inquiry(List.of(), question)) == Answer.YES;
  }

  private static YesNoInquiry inquiry(List<String> details, String question) {
    return new YesNoInquiry(details, question + " [yes/no] ", "the question: " + question);
  }
}
