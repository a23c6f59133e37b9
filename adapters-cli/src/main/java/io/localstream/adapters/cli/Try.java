package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "try",
    description = "Send a file between two devices on this machine and compare it.",
    customSynopsis = "localstream try [FILE]",
    footer = {"", "Example: localstream try"})
@Positional("--file")
@Place.Only(value = Place.ONE_SHOT, instead = "leave it and start 'localstream try'")
final class Try implements CliCommand {
  private final Surroundings surroundings;
  private final TwoDevices twoDevices;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "the file to send; 64 MiB of random content where not given")
  private Optional<Path> file = Optional.empty();

  Try(Surroundings surroundings, TwoDevices twoDevices) {
    this.surroundings = surroundings;
    this.twoDevices = twoDevices;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    TrialReport report = twoDevices.exchange(file, surroundings);
    report.lines().forEach(surroundings.screen()::result);
    return report.identical() ? ExitCode.DONE : ExitCode.REFUSED;
  }
}
