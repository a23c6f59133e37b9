package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "partial_age",
    description = "Set from which age on what is left of a transfer is listed as old.",
    customSynopsis = "settings partial_age AGE",
    footer = {
      "",
      "Nothing is removed by itself: see 'help transfers discard'.",
      "",
      "Example: settings partial_age 14d"
    })
@Positional("--age")
final class SettingsPartialAge implements CliCommand {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--age", required = true, paramLabel = "AGE", description = "12h, 30d")
  private Duration age = Duration.ZERO;

  SettingsPartialAge(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    if (!age.isPositive()) {
      throw Usage.mistake("AGE is longer than nothing: 12h, 30d", spec);
    }
    Settings.show(surroundings.screen(), surroundings.device().changeSettings().partialAge(age));
    return ExitCode.DONE;
  }
}
