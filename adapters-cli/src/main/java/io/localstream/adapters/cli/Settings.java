package io.localstream.adapters.cli;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "settings",
    description = "Show and change this device's name and whether it announces itself.",
    customSynopsis = {"settings", "       settings name NEW", "       settings announce on|off"},
    footer = {"", "Example: settings name kitchen"})
final class Settings implements CommandGroup {
  private final Surroundings surroundings;

  Settings(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<CliCommand> actions() {
    return List.of(new SettingsName(surroundings), new SettingsAnnounce(surroundings));
  }

  @Override
  public ExitCode run() {
    show(surroundings.screen(), surroundings.device().changeSettings().show());
    return ExitCode.DONE;
  }

  static void show(Screen screen, ChangeSettings.Result settings) {
    screen.result("name      " + settings.name().display());
    screen.result("announce  " + (settings.announcing() ? "on" : "off"));
  }
}
