package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "announce",
    description = "Set whether open connections are announced on the local network.",
    customSynopsis = "settings announce on|off",
    footer = {"", "Example: settings announce off"})
@Positional("--announce")
final class SettingsAnnounce implements CliCommand {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--announce",
      required = true,
      paramLabel = "on|off",
      description = "on or off; at once, and for later")
  private String announce = "";

  SettingsAnnounce(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    boolean yes =
        switch (announce.toLowerCase(Locale.ROOT)) {
          case "on", "yes" -> true;
          case "off", "no" -> false;
          default -> throw Usage.mistake("announcing is on or off", spec);
        };
    Settings.show(surroundings.screen(), surroundings.device().changeSettings().announce(yes));
    return ExitCode.DONE;
  }
}
