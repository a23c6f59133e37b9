package io.localstream.adapters.cli;

import io.localstream.application.usecase.ReviewTrust;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "forget",
    description = "Forget a device, as if it had never been met.",
    customSynopsis = "trust forget NAME [--yes]",
    footer = {"", "Example: trust forget anna"})
@Positional("--device")
final class TrustForget implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--device",
      required = true,
      paramLabel = "NAME",
      description = "name, identifier or the beginning of the identifier of a known device")
  private String device = "";

  TrustForget(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    ReviewTrust trust = surroundings.device().reviewTrust();
    String name = trust.show(device).name().display();
    new Confirmation(surroundings, options)
        .require("forget " + name + ", so that it is a stranger again?");
    trust.forget(device);
    surroundings.screen().result("forgot " + name);
    return ExitCode.DONE;
  }
}
