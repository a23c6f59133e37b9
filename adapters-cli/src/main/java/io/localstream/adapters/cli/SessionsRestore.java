package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.RestoreText;
import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "restore",
    description = "Open the saved connections again and connect to their peers.",
    customSynopsis = "sessions restore",
    footer = {"", "Example: sessions restore"})
@Place.Only(value = Place.SHELL, instead = "localstream --restore")
final class SessionsRestore implements CliCommand {
  private final Surroundings surroundings;

  SessionsRestore(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What could not be brought back is told, and is no failure of the rest. */
  @Override
  public ExitCode run() throws InterruptedException {
    KeepSessions.Restored restored = surroundings.device().keepSessions().restore();
    RestoreText.restored(restored).forEach(surroundings.screen()::result);
    restored
        .failures()
        .forEach(failure -> surroundings.screen().important(DisplayText.escape(failure)));
    boolean nothing = restored.connections().isEmpty() && restored.sessions().isEmpty();
    return nothing && !restored.failures().isEmpty() ? ExitCode.NETWORK : ExitCode.DONE;
  }
}
