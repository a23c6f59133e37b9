package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.QuestionText;
import io.localstream.domain.port.Question;
import java.time.Duration;

/** Nobody is at a terminal: whatever needs a person is refused at once. Thread-safe. */
final class AbsentPerson implements Asking {
  private final Screen screen;

  AbsentPerson(Screen screen) {
    this.screen = screen;
  }

  @Override
  public boolean isHere() {
    return false;
  }

  /** A line is asked for by whoever says then what to do without it. */
  @Override
  public <T> T ask(Inquiry<T> inquiry, Duration timeout) {
    return inquiry.unanswered();
  }

  @Override
  public Answer ask(Question question, Duration timeout) {
    screen.important(
        "nobody is here to ask "
            + QuestionText.subject(question)
            + ", so it is refused; --yes accepts without asking");
    return Answer.NONE;
  }
}
