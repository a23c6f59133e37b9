package io.localstream.adapters.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jspecify.annotations.Nullable;

/** Lines that a person types at the prompt, with history and completion. */
final class PromptLines implements LineSource {
  private static final String PROMPT = "localstream> ";
  private static final String NOT_KEPT = "yes:y:no:n:deny:accept*:exit:quit";

  private final PersonTerminal terminal;
  private final Freshness freshness;
  private final IdleQuestions questions;
  private final Interview interview;
  private final LineReader reader;
  private final Deque<String> pasted = new ArrayDeque<>();

  PromptLines(
      PersonTerminal terminal,
      Freshness freshness,
      IdleQuestions questions,
      Interview interview,
      LineReader reader) {
    this.terminal = terminal;
    this.freshness = freshness;
    this.questions = questions;
    this.interview = interview;
    this.reader = reader;
  }

  /** What reads the lines of the shell. */
  static LineReader reader(PersonTerminal terminal, Completer completer, @Nullable Path history) {
    DefaultParser parser = new DefaultParser();
    parser.setQuoteChars(new char[] {'"', '\''});
    parser.setEscapeChars(null);
    LineReaderBuilder builder = LineReaderBuilder.builder();
    if (history != null) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    return builder
        .appName("localstream")
        .terminal(terminal.terminal())
        .history(new DiscreetHistory())
        .completer(completer)
        .parser(parser)
        .variable(LineReader.HISTORY_IGNORE, NOT_KEPT)
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .option(Option.INSERT_TAB, false)
        .build();
  }

  @Override
  public Optional<String> next() {
    if (pasted.isEmpty()) {
      freshness.dealtWith();
      questions.remind();
      if (freshness.takeShownUnseen()) {
        terminal.discardTypedAhead();
      }
      if (!readLines()) {
        return Optional.empty();
      }
    }
    String line = pasted.remove();
    freshness.entered(line, !pasted.isEmpty());
    return Optional.of(line);
  }

  private void ask(PendingQuestion<?> pending) {
    interview.ask(pending, () -> false, pending::refuse);
  }

  /** Whether a line, or several that were pasted together, were entered. */
  private boolean readLines() {
    String begun = "";
    while (pasted.isEmpty()) {
      questions.toBeTyped().ifPresent(this::ask);
      Reply reply =
          terminal.readPrompt(reader, PROMPT, begun, () -> questions.toBeTyped().isEmpty());
      begun = "";
      switch (reply) {
        case Reply.Line line -> line.text().lines().forEach(pasted::add);
        case Reply.Interrupted _ -> {
          // Ctrl-C gives up the line that was begun.
        }
        case Reply.Aborted aborted -> begun = aborted.typed();
        case Reply.EndOfInput _ -> {
          return false;
        }
      }
    }
    return true;
  }
}
