package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.SessionsReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "show",
    description = "Show one of them, with its transfers.",
    customSynopsis = "sessions show SESSION",
    footer = {"", "Example: sessions show 3f2a"})
@Positional("--session")
final class SessionsShow implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--session",
      required = true,
      paramLabel = "SESSION",
      description = "the identifier of the session, or its first four or more digits")
  private String session = "";

  SessionsShow(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new SessionsReport(ZoneId.systemDefault())
        .show(surroundings.device().keepSessions().show(session))
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
