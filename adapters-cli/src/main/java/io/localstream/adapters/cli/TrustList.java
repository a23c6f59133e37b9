package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TrustReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Show all known devices, revoked ones too.",
    customSynopsis = "trust list",
    footer = {"", "Example: trust list"})
final class TrustList implements CliCommand {
  private final Surroundings surroundings;

  TrustList(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new TrustReport(ZoneId.systemDefault())
        .list(surroundings.device().reviewTrust().list())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
