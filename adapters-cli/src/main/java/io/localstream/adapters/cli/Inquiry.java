package io.localstream.adapters.cli;

import java.util.List;
import java.util.Optional;

/**
 * What a person at the terminal is asked for: a yes or no, or a line of text.
 *
 * @param <T> what the answer means
 */
interface Inquiry<T> {
  /** What there is to know before answering. */
  List<String> details();

  /** Everything that it is about, for who asks for it; empty where the details say it all. */
  default Optional<List<String>> listing() {
    return Optional.empty();
  }

  /** The text in front of the answer. */
  String prompt();

  /** What it is about, in a few words. */
  String subject();

  /** How the answer is typed. */
  Typing typing();

  /**
   * What the typed line means.
   *
   * @throws IllegalArgumentException with what to type instead, in one line
   */
  T parse(String line);

  /** What it means that the person leaves it, or never types what can be understood. */
  T refused();

  /** What it means that nobody answers, or that it is no longer asked. */
  T unanswered();

  /** What is said after the last line that was not understood. */
  String givenUp(String mistake);
}
