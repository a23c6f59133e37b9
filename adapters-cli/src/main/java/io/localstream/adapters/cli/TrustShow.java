package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TrustReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "show",
    description = "Show one of them, with its fingerprint in digits and in words.",
    customSynopsis = "trust show NAME",
    footer = {"", "Example: trust show anna"})
@Positional("--device")
final class TrustShow implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--device",
      required = true,
      paramLabel = "NAME",
      description = "name, identifier or the beginning of the identifier of a known device")
  private String device = "";

  TrustShow(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new TrustReport(ZoneId.systemDefault())
        .show(
            surroundings.device().reviewTrust().show(device),
            surroundings.device().guardIdentity().show().identity())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
