package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

/** The same as {@link Exit}. */
@Command(
    name = "quit",
    description = "Close everything and leave the shell.",
    customSynopsis = "quit",
    hidden = true)
@Place.Only(value = Place.SHELL, instead = "start localstream")
final class Quit implements CliCommand {
  @Override
  public ExitCode run() {
    return ExitCode.DONE;
  }
}
