package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.QuestionText;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says yes because {@code --yes} said so, and shows to what. Thread-safe. */
final class AgreeingPerson implements ApprovalPrompt {
  private final Screen screen;

  AgreeingPerson(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Answer ask(Question question, Duration timeout) {
    List<String> lines = new ArrayList<>(QuestionText.details(question));
    lines.add("accepted, because --yes was given");
    screen.important(lines);
    return Answer.YES;
  }
}
