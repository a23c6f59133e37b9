package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.QuestionText;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import java.util.List;
import java.util.Optional;

/**
 * Asks for yes or no.
 *
 * @param prompt the text in front of the answer
 * @param subject what it is about, in a few words
 * @param listing everything that it is about, where the details are not all
 */
record YesNoInquiry(
    List<String> details, String prompt, String subject, Optional<List<String>> listing)
    implements Inquiry<Answer> {
  YesNoInquiry {
    details = List.copyOf(details);
    listing = listing.map(List::copyOf);
  }

  YesNoInquiry(List<String> details, String prompt, String subject) {
    this(details, prompt, subject, Optional.empty());
  }

  static YesNoInquiry of(Question question) {
    return new YesNoInquiry(
        QuestionText.details(question),
        QuestionText.prompt(question),
        QuestionText.subject(question),
        QuestionText.listing(question));
  }

  @Override
  public Typing typing() {
    return Typing.ANSWER;
  }

  @Override
  public Answer parse(String line) {
    return YesOrNo.parse(line)
        .orElseThrow(() ->
            new IllegalArgumentException(
                listing.isPresent() ? "please type yes, no or list" : "please type yes or no"));
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
