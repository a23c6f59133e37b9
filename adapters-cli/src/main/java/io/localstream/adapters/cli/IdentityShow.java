package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.IdentityReport;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "show",
    description = "Show this device's name and fingerprint, and how its keys are kept.",
    customSynopsis = "identity show",
    footer = {"", "Example: identity show"})
final class IdentityShow implements CliCommand {
  private final Surroundings surroundings;

  IdentityShow(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    IdentityReport.show(surroundings.device().guardIdentity().show())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
