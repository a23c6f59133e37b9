package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.FingerprintText;
import io.localstream.application.usecase.GuardIdentity;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "rotate",
    description = "Replace the keys; known devices are told when they are met next.",
    customSynopsis = "identity rotate [--yes]",
    footer = {"", "Example: identity rotate"})
final class IdentityRotate implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  IdentityRotate(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    new Confirmation(surroundings, options).require("replace the keys of this device, for good?");
    GuardIdentity.Result identity = surroundings.device().guardIdentity().rotate();
    surroundings.screen().result("this device has new keys");
    FingerprintText.lines("  fingerprint:", identity.identity().fingerprint())
        .forEach(surroundings.screen()::result);
    surroundings
        .screen()
        .notice("other running programs of this device go on with the former keys until they end");
    return ExitCode.DONE;
  }
}
