package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.PossibleConnectionsReport;
import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.domain.failure.ExitCode;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "possible_connections",
    description = "Show where this device can be reached, and which others are there.",
    customSynopsis = "possible_connections [--watch]",
    footer = {"", "Example: possible_connections --watch"})
final class PossibleConnections implements CliCommand {
  private static final Duration LISTEN = Duration.ofMillis(1_500);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Surroundings surroundings;

  @Option(names = "--watch", description = "go on, and show what changes, until Ctrl-C")
  private boolean watch;

  PossibleConnections(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    if (watch) {
      watch();
    } else {
      PossibleConnectionsReport.lines(surroundings.device().listPossibleConnections().list(LISTEN))
          .forEach(surroundings.screen()::result);
    }
    return ExitCode.DONE;
  }

  private void watch() {
    try (ListPossibleConnections.Watch look =
        surroundings.device().listPossibleConnections().watch()) {
      ListPossibleConnections.Result seen = look.now();
      surroundings.screen().redraw(PossibleConnectionsReport.lines(seen));
      while (true) {
        ListPossibleConnections.Result now = look.awaitOther(seen, LOOK_AGAIN);
        if (!now.equals(seen)) {
          surroundings.screen().redraw(PossibleConnectionsReport.lines(now));
        }
        seen = now;
      }
    } catch (InterruptedException _) {
      // Ctrl-C is how a person ends it.
    }
  }
}
