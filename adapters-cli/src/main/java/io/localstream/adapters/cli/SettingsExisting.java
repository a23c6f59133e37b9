package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "existing",
    description = "Set what happens to files that exist already, where --existing is not given.",
    customSynopsis = "settings existing POLICY",
    footer = {"", "Example: settings existing newer"})
@Positional("--existing")
final class SettingsExisting implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--existing",
      required = true,
      paramLabel = "POLICY",
      completionCandidates = ExistingFileOptions.Words.class,
      description = "keep, skip, overwrite, rename, newer, different, backup or ask")
  private String policy = "";

  SettingsExisting(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    Settings.show(
        surroundings.screen(),
        surroundings
            .device()
            .changeSettings()
            .existing(ExistingFileOptions.policy(policy, "POLICY", "help settings existing")));
    return ExitCode.DONE;
  }
}
