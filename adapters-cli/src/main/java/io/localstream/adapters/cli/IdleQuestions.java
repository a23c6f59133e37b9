package io.localstream.adapters.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows questions above the prompt while no command runs, with how to answer. Safe for several
 * threads.
 */
final class IdleQuestions {
  private final QuestionDesk desk;
  private final Freshness freshness;
  private final Screen screen;
  private final BooleanSupplier busy;
  private @Nullable PendingQuestion<?> shown;

  /**
   * @param busy whether a command runs, which then asks by itself
   */
  IdleQuestions(QuestionDesk desk, Freshness freshness, Screen screen, BooleanSupplier busy) {
    this.desk = desk;
    this.freshness = freshness;
    this.screen = screen;
    this.busy = busy;
  }

  /** Shows the question that is to be answered next, unless it was shown before. */
  synchronized void announce() {
    Optional<PendingQuestion<?>> current = yesOrNo();
    if (busy.getAsBoolean() || current.isEmpty() || current.get() == shown) {
      return;
    }
    PendingQuestion<?> question = current.get();
    shown = question;
    freshness.shown(question);
    List<String> lines = new ArrayList<>(question.inquiry().details());
    lines.add(question.inquiry().prompt().strip() + " (type it below)");
    screen.important(lines);
  }

  /** Says in front of each prompt what is still to be answered. */
  synchronized void remind() {
    PendingQuestion<?> before = shown;
    announce();
    Optional<PendingQuestion<?>> current = yesOrNo();
    if (current.isPresent() && current.get() == before) {
      screen.important("still to be answered with yes or no: " + current.get().inquiry().subject());
    }
  }

  /** A question that can't be answered by yes or no, and that no command asks by itself. */
  Optional<PendingQuestion<?>> toBeTyped() {
    return busy.getAsBoolean()
        ? Optional.empty()
        : desk.current().filter(pending -> !pending.isYesOrNo());
  }

  private Optional<PendingQuestion<?>> yesOrNo() {
    return desk.current().filter(PendingQuestion::isYesOrNo);
  }
}
