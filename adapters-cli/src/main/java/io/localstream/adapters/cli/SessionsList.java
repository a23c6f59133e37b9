package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.SessionsReport;
import io.localstream.domain.failure.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Show all sessions that are kept.",
    customSynopsis = "sessions list",
    footer = {"", "Example: sessions list"})
final class SessionsList implements CliCommand {
  private final Surroundings surroundings;

  SessionsList(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    new SessionsReport(ZoneId.systemDefault())
        .list(surroundings.device().keepSessions().list())
        .forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }
}
