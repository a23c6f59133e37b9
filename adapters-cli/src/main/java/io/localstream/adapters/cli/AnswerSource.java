package io.localstream.adapters.cli;

import java.util.function.BooleanSupplier;

/** Where a person types the answer to a question. */
interface AnswerSource {
  /** Forgets what was typed before now, so that it does not answer what is shown next. */
  void discardTypedAhead();

  /**
   * Has one line typed.
   *
   * @param wanted whether it is still wanted; asked once, when {@link #abort} begins to work
   */
  Reply read(String prompt, Typing typing, BooleanSupplier wanted);

  /** Ends a {@link #read} that runs on another thread. */
  void abort();
}
