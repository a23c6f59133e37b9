package io.localstream.adapters.cli;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.ExitCode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "name",
    description = "Set the name under which other devices see this one.",
    customSynopsis = "settings name NEW",
    footer = {"", "Example: settings name kitchen"})
@Positional("--name")
final class SettingsName implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NEW",
      description = "1 to 64 characters; other devices see it from the next session on")
  private Optional<DeviceName> name = Optional.empty();

  SettingsName(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    Settings.show(
        surroundings.screen(), surroundings.device().changeSettings().rename(name.orElseThrow()));
    return ExitCode.DONE;
  }
}
