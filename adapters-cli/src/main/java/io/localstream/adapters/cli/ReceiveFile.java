package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "receive_file",
    description = "Take the file that is offered, or wait for one.",
    customSynopsis = {
      "receive_file FILE_SAVE_PATH [--wait DURATION] [--yes]",
      "                    [--existing POLICY] [--only PATTERN] [--exclude PATTERN]",
      "                    [--overwrite] [--rename] [--names POLICY] [--hidden]",
      "                    [--plan] [--verify] [--lanes LANES]"
    },
    footer = {"", "Example: receive_file /path/to/save/file.txt"})
@Positional("--file-save-path")
@Place.Only(
    value = Place.SHELL,
    instead =
        "start localstream, or use 'localstream receive DEST --from HOST:PORT' or '--port PORT'")
final class ReceiveFile implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--file-save-path",
      required = true,
      paramLabel = "FILE_SAVE_PATH",
      description =
          "the file to save it as, or a folder, in which it keeps its name; a folder that is"
              + " missing is made if its path ends with / or more than one file comes")
  private Optional<FileReference> target = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "how long to wait for an offer: 30, 30s, 5m, 1h; until Ctrl-C where not given")
  private Duration wait = WaitTime.FOREVER;

  @Mixin private final ExistingFileOptions existing = new ExistingFileOptions();

  @Mixin private final PickingOptions picking = new PickingOptions();

  @Mixin private final NameOptions names = new NameOptions();

  @Mixin private final LaneOptions lanes = new LaneOptions();

  @Mixin private final VerifyOption verify = new VerifyOption();

  ReceiveFile(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    if (target.orElseThrow().value().equals("-")) {
      throw Usage.mistake(
          "- is for localstream receive; give a path, for example ./-", "help receive_file");
    }
    Wanted wanted =
        picking.wanted(
            new Destination(target.orElseThrow(), existing.choice("receive_file", surroundings))
                .with(names.policy("receive_file")),
            surroundings,
            options);
    surroundings.device().receiveFiles().requirePlace(wanted.destination());
    try (Delivery delivery = Delivery.ofNotes(surroundings)) {
      return new Receiving(surroundings, delivery)
          .awaitAndReceive(
              new ReceiveFiles.Command(
                  wanted.destination(),
                  Optional.empty(),
                  wait,
                  lanes.count(),
                  verify.isWanted(),
                  surroundings.person().agreesTo(options),
                  wanted.review()));
    }
  }
}
