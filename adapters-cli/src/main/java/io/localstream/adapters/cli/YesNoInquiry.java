package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.QuestionText;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import java.util.List;

/**
 * Asks for yes or no.
 *
 * @param prompt the text in front of the answer
 * @param subject what it is about, in a few words
 */
record YesNoInquiry(List<String> details, String prompt, String subject)
    implements Inquiry<Answer> {
  YesNoInquiry {
    details = List.copyOf(details);
  }

  static YesNoInquiry of(Question question) {
    return new YesNoInquiry(
        QuestionText.details(question),
        QuestionText.prompt(question),
        QuestionText.subject(question));
  }

  @Override
  public Typing typing() {
    return Typing.ANSWER;
  }

  @Override
  public Answer parse(String line) {
    return YesOrNo.parse(line)
        .orElseThrow(() -> new IllegalArgumentException("please type yes or no"));
  }

  @Override
  public Answer refused() {
    return Answer.NO;
  }

  @Override
  public Answer unanswered() {
    return Answer.NONE;
  }

  @Override
  public String givenUp(String mistake) {
    return "taken as no";
  }
}
