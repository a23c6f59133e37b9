package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

/** Does nothing by itself: the shell ends when it meets it. */
@Command(
    name = "exit",
    description = "Close everything and leave the shell; so do quit and Ctrl-D.",
    customSynopsis = "exit")
@Place.Only(value = Place.SHELL, instead = "start localstream")
final class Exit implements CliCommand {
  @Override
  public ExitCode run() {
    return ExitCode.DONE;
  }
}
