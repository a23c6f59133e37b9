package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.ChangeSettings;
import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "settings",
    description = "Show and change what is used where nothing is said with a command.",
    customSynopsis = {
      "settings",
      "       settings name NEW",
      "       settings announce on|off",
      "       settings existing POLICY",
      "       settings partial_age AGE"
    },
    footer = {"", "Example: settings name kitchen"})
final class Settings implements CommandGroup {
  private final Surroundings surroundings;

  Settings(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<CliCommand> actions() {
    return List.of(
        new SettingsName(surroundings),
        new SettingsAnnounce(surroundings),
        new SettingsExisting(surroundings),
        new SettingsPartialAge(surroundings));
  }

  @Override
  public ExitCode run() {
    show(surroundings.screen(), surroundings.device().changeSettings().show());
    return ExitCode.DONE;
  }

  static void show(Screen screen, ChangeSettings.Result settings) {
    screen.result("name         " + settings.name().display());
    screen.result("announce     " + (settings.announcing() ? "on" : "off"));
    screen.result("existing     " + ExistingFileOptions.word(settings.existing()));
    screen.result("partial_age  " + Quantities.age(settings.partialAge()));
  }
}
