package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.IdentityReport;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "export",
    description = "Print the public key in PEM (RFC 7468).",
    customSynopsis = "identity export",
    footer = {"", "Example: identity export"})
final class IdentityExport implements CliCommand {
  private final Surroundings surroundings;

  IdentityExport(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    IdentityReport.pem(surroundings.device().guardIdentity().show().identity().signingKey())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
