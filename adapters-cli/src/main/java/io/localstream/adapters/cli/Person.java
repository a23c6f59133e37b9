package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Answers what needs a person: yes where that was said beforehand, the person at the terminal where
 * there is one, nobody otherwise. Thread-safe.
 */
final class Person implements ApprovalPrompt {
  private static final Duration UNTIL_CTRL_C = Duration.ofHours(1);

  private final Asking asked;
  private final AgreeingPerson agreeing;
  private final List<Predicate<Question>> agreed = new CopyOnWriteArrayList<>();

  private volatile boolean agreesToAll;

  /**
   * @param asked whoever is asked where nothing was agreed beforehand
   */
  Person(Asking asked, Screen screen) {
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

  /** Whether somebody can be asked. */
  boolean isHere() {
    return asked.isHere();
  }

  /**
   * Has a line typed.
   *
   * @return empty where nobody is there, or nothing that can be used was typed
   */
  <T> Optional<T> line(LineInquiry<T> inquiry) throws InterruptedException {
    return asked.ask(inquiry, UNTIL_CTRL_C);
  }

  /** Asks for a yes to what a command is about to do. */
  Answer confirm(YesNoInquiry inquiry) throws InterruptedException {
    return asked.ask(inquiry, UNTIL_CTRL_C);
  }

  /** Whether {@code --yes} was given, with the command or at the start. */
  boolean agreesTo(GlobalOptions options) {
    return options.yes() || agreesToAll;
  }

  /**
   * From now on everything is agreed to that ends by itself. A measurement keeps the device at work
   * and can be asked for again and again: a person says yes to each, or a command that waits for
   * one.
   */
  void agreeToAll() {
    agreesToAll = true;
    agreed.add(question -> !(question instanceof Question.MeasureSpeed));
  }
}
