package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Words;
import io.localstream.domain.failure.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Runs line after line until {@code exit} or the end of the input. */
final class Shell {
  private final CommandTree tree;
  private final CommandStage stage;
  private final Screen screen;
  private final GlobalOptions start;
  private boolean over;

  /**
   * @param start the options with which the program was started
   */
  Shell(CommandTree tree, CommandStage stage, Screen screen, GlobalOptions start) {
    this.tree = tree;
    this.stage = stage;
    this.screen = screen;
    this.start = start;
  }

  /**
   * Runs the lines.
   *
   * @param endsOnFailure whether the first failure ends it
   * @return the exit code of the first failure
   */
  ExitCode run(LineSource lines, boolean endsOnFailure) throws IOException, InterruptedException {
    ExitCode first = ExitCode.DONE;
    while (!over) {
      Optional<String> line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      ExitCode exit = runLine(line.get());
      first = first == ExitCode.DONE ? exit : first;
      over |= endsOnFailure && exit != ExitCode.DONE;
    }
    return first;
  }

  private ExitCode runLine(String line) throws InterruptedException {
    boolean verbose = start.verbose();
    try {
      List<String> words = words(line);
      if (words.isEmpty()) {
        return ExitCode.DONE;
      }
      SystemText.requireTyped(words);
      CommandTree.Request request = tree.parse(words);
      verbose |= request.options().verbose();
      return run(request);
    } catch (ExecutionException e) {
      return new FailureTeller(screen).tell(e.getCause() == null ? e : e.getCause(), verbose);
    } catch (RuntimeException e) {
      return new FailureTeller(screen).tell(e, verbose);
    }
  }

  private static List<String> words(String line) {
    try {
      return Words.split(line);
    } catch (IllegalArgumentException e) {
      throw Usage.mistake(String.valueOf(e.getMessage()), "help");
    }
  }

  private ExitCode run(CommandTree.Request request)
      throws ExecutionException, InterruptedException {
    request.options().requireNothingForTheStart();
    CliCommand command =
        request.command().orElseThrow(() -> Usage.mistake("name a command", "help"));
    over = command instanceof Exit || command instanceof Quit;
    screen.quiet(start.quiet() || request.options().quiet());
    try {
      return stage.run(command);
    } finally {
      screen.quiet(start.quiet());
    }
  }
}
