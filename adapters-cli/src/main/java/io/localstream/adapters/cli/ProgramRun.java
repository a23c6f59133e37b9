package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jline.terminal.Attributes;

/** One run of the program: a command, the shell, or lines from a pipe. */
final class ProgramRun {
  private final Parts parts;
  private final String version;
  private final Function<GlobalOptions, Path> homes;
  private final DeviceSlot slot;
  private final Commands commands;
  private GlobalOptions start = new GlobalOptions();

  /**
   * @param homes tells the home by the options that were given
   */
  ProgramRun(
      Parts parts, DeviceFactory devices, String version, Function<GlobalOptions, Path> homes) {
    this.parts = parts;
    this.version = version;
    this.homes = homes;
    slot = new DeviceSlot(() -> parts.open(devices, homes.apply(start), start));
    commands = parts.commands(slot, devices, version);
  }

  /** Runs to the end, whatever happens; a failure is told in one line. */
  ExitCode run(List<String> words) {
    parts.start();
    try (Farewell _ = Farewell.onShutdown(parts, slot)) {
      return written(told(words));
    }
  }

  /** What was done is of no use to a script that did not get the results. */
  private ExitCode written(ExitCode exit) {
    Optional<IOException> failure = ResultStream.failure(parts.streams().out());
    if (exit != ExitCode.DONE || failure.isEmpty()) {
      return exit;
    }
    String reason = String.valueOf(failure.get().getMessage());
    if (reason.contains("Broken pipe")) {
      return ExitCode.PIPE_CLOSED;
    }
    parts.screen().error("the results could not be written to standard output: " + reason);
    return ExitCode.LOCAL_FILE;
  }

  private ExitCode told(List<String> words) {
    try (Closeable _ = this::leave) {
      return begin(words);
    } catch (ExecutionException e) {
      return tell(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException | IOException | RuntimeException e) {
      return tell(e);
    }
  }

  /** What happens at the end is announced, too, and before a failure, which is the last line. */
  private void leave() throws IOException {
    parts.leave();
    slot.close();
    parts.close();
  }

  private ExitCode begin(List<String> words)
      throws ExecutionException, InterruptedException, IOException {
    CommandTree.Request request = new CommandTree(commands, Place.ONE_SHOT).parse(words);
    start = request.options();
    start.requireSense();
    SystemText.requireArguments(words);
    parts.screen().quiet(start.quiet());
    if (start.yes()) {
      parts.person().agreeToAll();
    }
    Optional<CliCommand> command = request.command();
    if (command.filter(ProgramRun::usesNoFiles).isEmpty()) {
      SystemText.requireCurrentFolder();
    }
    return command.isPresent() ? alone(command.get()) : shell();
  }

  private static boolean usesNoFiles(CliCommand command) {
    return command instanceof Help || command instanceof Version;
  }

  private ExitCode alone(CliCommand command) throws ExecutionException, InterruptedException {
    start.requireNothingForTheShell();
    // Nobody could type an answer to an offer that is announced.
    commands.surroundings().offers().receiving();
    return parts.foreground().run(command::run);
  }

  private ExitCode shell() throws IOException, InterruptedException {
    CommandTree tree = new CommandTree(commands, Place.SHELL);
    if (!parts.streams().inIsTerminal()) {
      restore(command -> parts.foreground().run(command::run));
      return new Shell(tree, command -> parts.foreground().run(command::run), parts.screen(), start)
          .run(new PlainLines(parts.streams().in()), !start.keepGoing());
    }
    parts.screen().withoutProgramName();
    LineSource lines = parts.promptLines(tree, slot, () -> homes.apply(start));
    parts.screen().notice("LocalStream " + version + ": help shows the commands, exit leaves");
    restore(this::serve);
    new Shell(tree, this::serve, parts.screen(), start).run(lines, false);
    return ExitCode.DONE;
  }

  /** What went wrong with it is told, and the shell begins. */
  private void restore(CommandStage stage) throws InterruptedException {
    if (!start.restore().orElse(parts.streams().inIsTerminal())) {
      return;
    }
    try {
      boolean asks = start.restore().isEmpty() && !start.yes();
      stage.run(new RestoreAtStart(commands.surroundings(), asks));
    } catch (ExecutionException e) {
      tell(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Runs a command of the shell; Ctrl-C cancels it. */
  private ExitCode serve(CliCommand command) throws ExecutionException, InterruptedException {
    Attributes before = parts.terminal().beginCommand(parts.foreground()::cancel);
    try {
      return parts.foreground().run(command::run);
    } finally {
      parts.terminal().endCommand(before);
    }
  }

  private ExitCode tell(Throwable thrown) {
    return new FailureTeller(parts.screen()).tell(thrown, start.verbose());
  }
}
