package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Answers what needs a person: yes where that was said beforehand, the person at the terminal where
 * there is one, nobody otherwise. Thread-safe.
 */
final class Person implements ApprovalPrompt {
  private final ApprovalPrompt asked;
  private final AgreeingPerson agreeing;
  private final List<Predicate<Question>> agreed = new CopyOnWriteArrayList<>();

  /**
   * @param asked whoever is asked where nothing was agreed beforehand
   */
  Person(ApprovalPrompt asked, Screen screen) {
    this.asked = asked;
    this.agreeing = new AgreeingPerson(screen);
  }

  /** Says yes to such questions until the result is closed. */
  Agreement agree(Predicate<Question> question) {
    agreed.add(question);
    return () -> agreed.remove(question);
  }

  /** A yes that was given beforehand; closing it takes it back. */
  @FunctionalInterface
  interface Agreement extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public Answer ask(Question question, Duration timeout) throws InterruptedException {
    boolean yes = agreed.stream().anyMatch(rule -> rule.test(question));
    return (yes ? agreeing : asked).ask(question, timeout);
  }
}
