package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "sessions",
    description = "Show, restore and forget the sessions that are kept.",
    customSynopsis = "sessions list|show|restore|forget [ARGUMENTS]",
    footer = {
      "",
      "A session is named by the first four or more digits of its identifier.",
      "",
      "Example: sessions restore"
    })
final class Sessions implements CommandGroup {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Spec private CommandSpec spec = CommandSpec.create();

  Sessions(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public List<CliCommand> actions() {
    return List.of(
        new SessionsList(surroundings),
        new SessionsShow(surroundings),
        new SessionsRestore(surroundings),
        new SessionsForget(surroundings, options));
  }

  @Override
  public ExitCode run() {
    throw Usage.noAction(spec);
  }
}
