package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.IdentityReport;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "unprotect",
    description = "Keep the private keys without a passphrase.",
    customSynopsis = "identity unprotect",
    footer = {"", "Example: identity unprotect"})
final class IdentityUnprotect implements CliCommand {
  private final Surroundings surroundings;

  IdentityUnprotect(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    surroundings
        .screen()
        .result(
            "private keys: "
                + IdentityReport.protection(
                    surroundings.device().guardIdentity().unprotect().protection()));
    return ExitCode.DONE;
  }
}
