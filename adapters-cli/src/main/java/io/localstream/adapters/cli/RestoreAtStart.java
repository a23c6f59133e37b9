package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.RestoreText;
import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.failure.ExitCode;

/** Brings back the last saved session before the shell's first prompt, if the person wants it. */
final class RestoreAtStart implements CliCommand {
  private final Surroundings surroundings;
  private final boolean asks;

  /**
   * @param asks whether the person has not said yet that it is wanted
   */
  RestoreAtStart(Surroundings surroundings, boolean asks) {
    this.surroundings = surroundings;
    this.asks = asks;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    KeepSessions.Plan plan = surroundings.device().keepSessions().plan();
    if (plan.isEmpty() || (asks && !isWanted(plan))) {
      return ExitCode.DONE;
    }
    return new SessionsRestore(surroundings).run();
  }

  private boolean isWanted(KeepSessions.Plan plan) throws InterruptedException {
    return Confirmation.isWanted(
        surroundings, "restore the last saved session? (" + RestoreText.plan(plan) + ")");
  }
}
