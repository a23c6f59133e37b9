package io.localstream.adapters.cli;

import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads answers, and remembers none of them. Made when they are needed first; for one thread. */
final class AnswerReaders {
  private @Nullable LineReader answers;
  private @Nullable LineReader codes;

  /** Reads what is no code. */
  LineReader answers(Terminal terminal) {
    if (answers == null) {
      answers = forgetful(terminal).variable(LineReader.DISABLE_COMPLETION, true).build();
    }
    return answers;
  }

  /** Reads codes, whose words are completed. */
  LineReader codes(Terminal terminal) {
    if (codes == null) {
      codes = forgetful(terminal).completer(new CodeCompleter()).build();
    }
    return codes;
  }

  boolean include(LineReader reader) {
    return reader.equals(answers) || reader.equals(codes);
  }

  private static LineReaderBuilder forgetful(Terminal terminal) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .variable(LineReader.DISABLE_HISTORY, true)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.INSERT_TAB, false);
  }
}
