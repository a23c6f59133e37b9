package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "trust",
    description = "Show and change which devices are known and trusted.",
    customSynopsis = "trust list|show|forget|revoke|rename|replace [ARGUMENTS]",
    footer = {
      "",
      "A device is named by its name, its identifier or the first four or more digits",
      "of its identifier.",
      "",
      "Example: trust show anna"
    })
final class Trust implements CommandGroup {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Spec private CommandSpec spec = CommandSpec.create();

  Trust(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public List<CliCommand> actions() {
    return List.of(
        new TrustList(surroundings),
        new TrustShow(surroundings),
        new TrustForget(surroundings, options),
        new TrustRevoke(surroundings, options),
        new TrustRename(surroundings),
        new TrustReplace(surroundings));
  }

  @Override
  public ExitCode run() {
    throw Usage.noAction(spec);
  }
}
