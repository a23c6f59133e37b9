package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.IdentityReport;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "protect",
    description = "Keep the private keys under a new passphrase.",
    customSynopsis = "identity protect",
    footer = {
      "",
      "A new passphrase has at least 8 characters. Nothing opens the keys without it.",
      "",
      "Example: identity protect"
    })
final class IdentityProtect implements CliCommand {
  private final Surroundings surroundings;

  IdentityProtect(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    surroundings
        .screen()
        .result(
            "private keys: "
                + IdentityReport.protection(
                    surroundings.device().guardIdentity().protect().protection()));
    return ExitCode.DONE;
  }
}
