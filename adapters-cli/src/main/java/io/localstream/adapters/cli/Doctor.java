package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.adapters.cli.text.DoctorReport;
import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Find out why other devices can't see or reach this one.",
    customSynopsis = "doctor [--port PORT]",
    footer = {"", "Example: doctor --port 8080"})
final class Doctor implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port that others are to reach; 7117 where not given")
  private int port = CodeDoor.PORT;

  Doctor(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    surroundings.screen().notice("looking at the network, which takes some seconds");
    DoctorReport report = new DoctorReport(surroundings.device().diagnoseNetwork().diagnose(port));
    report.lines().forEach(surroundings.screen()::result);
    return report.isFine() ? ExitCode.DONE : ExitCode.NETWORK;
  }
}
