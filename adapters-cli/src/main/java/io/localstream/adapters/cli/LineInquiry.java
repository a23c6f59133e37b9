package io.localstream.adapters.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for a line of text.
 *
 * @param subject what it is, in a few words
 * @param reading what the line means; throws {@link IllegalArgumentException} with one line for the
 *     person
 */
record LineInquiry<T>(
    List<String> details, String prompt, String subject, Typing typing, Function<String, T> reading)
    implements Inquiry<Optional<T>> {
  LineInquiry {
    details = List.copyOf(details);
  }

  @Override
  public Optional<T> parse(String line) {
    return Optional.of(reading.apply(line));
  }

  @Override
  public Optional<T> refused() {
    return Optional.empty();
  }

  @Override
  public Optional<T> unanswered() {
    return Optional.empty();
  }

  @Override
  public String givenUp(String mistake) {
    return mistake;
  }
}
