package io.localstream.adapters.cli;

import io.localstream.application.usecase.ReviewTrust;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "revoke",
    description = "Refuse a device from now on, without a question.",
    customSynopsis = "trust revoke NAME [--yes]",
    footer = {"", "Example: trust revoke anna"})
@Positional("--device")
final class TrustRevoke implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--device",
      required = true,
      paramLabel = "NAME",
      description = "name, identifier or the beginning of the identifier of a known device")
  private String device = "";

  TrustRevoke(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    ReviewTrust trust = surroundings.device().reviewTrust();
    String name = trust.show(device).name().display();
    new Confirmation(surroundings, options)
        .require("revoke " + name + ", so that it is refused from now on?");
    trust.revoke(device);
    surroundings.screen().result("revoked " + name + "; trust forget makes it a stranger again");
    return ExitCode.DONE;
  }
}
