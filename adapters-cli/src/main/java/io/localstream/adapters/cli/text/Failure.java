package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;

/** How an action failed: the exit code and one line for a person. */
public record Failure(ExitCode exitCode, String line) {
  public Failure {
    line = DisplayText.escape(line);
  }

  /** Translates anything that an action threw. */
  public static Failure of(Throwable thrown) {
    return switch (thrown) {
      case LocalStreamException failure when failure.code() != FailureCode.INTERNAL ->
          new Failure(failure.code().exitCode(), failure.getMessage());
      case InterruptedException _ -> new Failure(ExitCode.INTERRUPTED, "cancelled");
      default ->
          new Failure(
              ExitCode.INTERNAL,
              "a defect of LocalStream: " + thrown + " (--verbose shows where; please report it)");
    };
  }
}
