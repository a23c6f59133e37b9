package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Show the version.", customSynopsis = "version")
final class Version implements CliCommand {
  private final Screen screen;
  private final String version;

  Version(Screen screen, String version) {
    this.screen = screen;
    this.version = version;
  }

  @Override
  public ExitCode run() {
    screen.result("localstream " + version);
    return ExitCode.DONE;
  }
}
