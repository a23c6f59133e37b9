package io.localstream.adapters.cli;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "forget",
    description = "Forget a session.",
    customSynopsis = "sessions forget SESSION [--yes]",
    footer = {"", "Example: sessions forget 3f2a"})
@Positional("--session")
final class SessionsForget implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--session",
      required = true,
      paramLabel = "SESSION",
      description = "the identifier of the session, or its first four or more digits")
  private String session = "";

  SessionsForget(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    KeepSessions sessions = surroundings.device().keepSessions();
    Session kept = sessions.show(session).session();
    String name = kept.peer().name().display();
    new Confirmation(surroundings, options).require("forget the session with " + name + "?");
    sessions.forget(session);
    surroundings.screen().result("forgot the session with " + name);
    return ExitCode.DONE;
  }
}
