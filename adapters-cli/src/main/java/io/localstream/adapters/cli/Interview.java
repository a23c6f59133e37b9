package io.localstream.adapters.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Has the person type the answer to one question. For the terminal's thread. */
final class Interview {
  private static final int ATTEMPTS = 3;

  private final Screen screen;
  private final AnswerSource answers;
  private volatile @Nullable PendingQuestion<?> asked;

  Interview(QuestionDesk desk, Screen screen, AnswerSource answers) {
    this.screen = screen;
    this.answers = answers;
    desk.whenChanged(this::abortWhatIsSettled);
  }

  /**
   * Asks until the question is settled.
   *
   * @param over whether nobody wants the answer any more
   * @param interrupted is run at Ctrl-C
   */
  void ask(PendingQuestion<?> pending, BooleanSupplier over, Runnable interrupted) {
    asked = pending;
    Inquiry<?> inquiry = pending.inquiry();
    answers.discardTypedAhead();
    screen.important(inquiry.details());
    int lines = 0;
    while (pending.isOpen() && !over.getAsBoolean()) {
      Reply reply =
          answers.read(
              inquiry.prompt(), inquiry.typing(), () -> pending.isOpen() && !over.getAsBoolean());
      switch (reply) {
        case Reply.Line line -> {
          if (!list(inquiry, line.text())) {
            lines++;
            enter(pending, line.text(), lines >= ATTEMPTS);
          }
        }
        case Reply.EndOfInput _ -> pending.refuse();
        case Reply.Interrupted _ -> interrupted.run();
        case Reply.Aborted _ -> {
          // The loop finds out why.
        }
      }
    }
  }

  /** Shows everything, where that was asked for. */
  private boolean list(Inquiry<?> inquiry, String line) {
    Optional<List<String>> listing =
        line.strip().equalsIgnoreCase("list") ? inquiry.listing() : Optional.empty();
    listing.ifPresent(screen::important);
    return listing.isPresent();
  }

  /** Other questions that come or go leave what is being typed alone. */
  private void abortWhatIsSettled() {
    PendingQuestion<?> now = asked;
    if (now != null && !now.isOpen()) {
      answers.abort();
    }
  }

  private void enter(PendingQuestion<?> pending, String line, boolean last) {
    try {
      pending.enter(line);
    } catch (IllegalArgumentException e) {
      String mistake = String.valueOf(e.getMessage());
      screen.important(last ? pending.inquiry().givenUp(mistake) : mistake);
      if (last) {
        pending.refuse();
      }
    }
  }
}
