package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "identity",
    description = "Show, protect, replace and export this device's own identity.",
    customSynopsis = "identity show|protect|unprotect|rotate|export",
    footer = {"", "Example: identity protect"})
final class Identity implements CommandGroup {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Spec private CommandSpec spec = CommandSpec.create();

  Identity(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public List<CliCommand> actions() {
    return List.of(
        new IdentityShow(surroundings),
        new IdentityProtect(surroundings),
        new IdentityUnprotect(surroundings),
        new IdentityRotate(surroundings, options),
        new IdentityExport(surroundings));
  }

  @Override
  public ExitCode run() {
    throw Usage.noAction(spec);
  }
}
