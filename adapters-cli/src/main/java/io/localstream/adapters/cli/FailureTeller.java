package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.CodeText;
import io.localstream.adapters.cli.text.Failure;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Tells how an action failed: in one line, and where it comes from if that is wanted. */
final class FailureTeller {
  private final Screen screen;

  FailureTeller(Screen screen) {
    this.screen = screen;
  }

  ExitCode tell(Throwable thrown, boolean verbose) {
    Failure failure = Failure.of(thrown);
    screen.error(CodeText.without(failure.line()));
    if (verbose) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      screen.important(
          trace
              .toString()
              .lines()
              .map(line -> CodeText.without(DisplayText.escape(line.replace("\t", "  "))))
              .toList());
    }
    return failure.exitCode();
  }
}
