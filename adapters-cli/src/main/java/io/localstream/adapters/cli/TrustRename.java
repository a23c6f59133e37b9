package io.localstream.adapters.cli;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.trust.PinnedDevice;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "rename",
    description = "Give a device another name here.",
    customSynopsis = "trust rename NAME NEW",
    footer = {"", "Example: trust rename laptop 'annas laptop'"})
@Positional({"--device", "--name"})
final class TrustRename implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--device",
      required = true,
      paramLabel = "NAME",
      description = "name, identifier or the beginning of the identifier of a known device")
  private String device = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NEW",
      description = "the name under which it is shown from now on")
  private Optional<DeviceName> name = Optional.empty();

  TrustRename(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    PinnedDevice renamed = surroundings.device().reviewTrust().rename(device, name.orElseThrow());
    surroundings
        .screen()
        .result(
            renamed.device().name().display() + " is called " + renamed.name().display() + " here");
    return ExitCode.DONE;
  }
}
