package io.localstream.adapters.cli;

/** What came of asking the person to type a line. */
sealed interface Reply {
  record Line(String text) implements Reply {}

  /** Ctrl-C. */
  record Interrupted() implements Reply {}

  /** Ctrl-D, or the terminal is gone. */
  record EndOfInput() implements Reply {}

  /**
   * Nobody wants it any more, or something else has to be typed first.
   *
   * @param typed what stood on the line
   */
  record Aborted(String typed) implements Reply {}
}
