package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.adapters.cli.text.TransferText;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "send_file",
    description = "Send files and folders to the peers of a connection.",
    customSynopsis = {
      "send_file PORT FILE_PATH... [CHUNK_SIZE=1024] [--to NAME|ID]",
      "                 [--exclude PATTERN]... [--gitignore] [--follow-links] [--strict]",
      "                 [--verify] [--lanes LANES] [--wait DURATION] [--background]",
      "       send_file PORT --text TEXT [--to NAME|ID] [--wait DURATION]"
    },
    footer = {
      "",
      "Example: send_file 8080 /path/to/file.txt 2048",
      "A last word such as 2048 is the chunk size, unless there is a file of that name."
    })
@Positional({"--port", "--file-path"})
@Place.Only(
    value = Place.SHELL,
    instead = "start localstream, or use 'localstream send FILE --port PORT' or '--to HOST:PORT'")
final class SendFile implements CliCommand {
  private static final String HELP = "help send_file";

  private final Surroundings surroundings;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "the port of a connection that listens or was dialled")
  private int port;

  @Option(
      names = "--file-path",
      paramLabel = "FILE_PATH",
      description = "a file or folder to send; all of them arrive in one folder")
  private List<FileReference> files = List.of();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "send this note, which the other side shows, and no file")
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--chunk-size",
      paramLabel = "CHUNK_SIZE",
      description = "a bare number is KiB; also 64K or 4M; 1024 (1 MiB) where not given")
  private Optional<ChunkSize> chunkSize = Optional.empty();

  @Mixin private final SelectionOptions selection = new SelectionOptions();

  @Mixin private final LaneOptions lanes = new LaneOptions();

  @Mixin private final VerifyOption verify = new VerifyOption();

  @Option(
      names = "--to",
      paramLabel = "NAME|ID",
      description = "only to this peer; to all of the connection where not given")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "how long to wait for a peer first: 30, 30s, 5m, 1h")
  private Duration wait = Duration.ZERO;

  @Option(names = "--background", description = "return at once; status shows how it goes")
  private boolean background;

  SendFile(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    requireSense();
    if (text.isEmpty()) {
      return send(FilesAndChunkSize.of(files, chunkSize), false);
    }
    try (Content note =
        ContentOptions.note(text.get().getBytes(StandardCharsets.UTF_8), HELP, surroundings)) {
      return send(FilesAndChunkSize.of(note.files(), chunkSize), true);
    }
  }

  private void requireSense() {
    if (text.isEmpty() && files.isEmpty()) {
      throw Usage.mistake("FILE_PATH is missing", HELP);
    }
    if (text.isPresent() && (!files.isEmpty() || background)) {
      throw Usage.mistake("--text is sent alone, without files and --background", HELP);
    }
    if (files.stream().anyMatch(file -> file.value().equals("-"))) {
      throw Usage.mistake("- is for localstream send; give a path, for example ./-", HELP);
    }
  }

  private ExitCode send(FilesAndChunkSize chosen, boolean note) throws InterruptedException {
    List<OngoingTransfer> transfers = surroundings.device().sendFiles().send(command(chosen, note));
    if (!note) {
      // Of a note nothing is there to go on with: it is kept until the command ends.
      transfers.forEach(OngoingTransfer::goOnByItself);
    }
    if (!background) {
      return surroundings.follower().follow(transfers);
    }
    for (OngoingTransfer transfer : transfers) {
      surroundings.screen().result("sending " + TransferText.what(transfer.current()));
      surroundings.follower().tellEnd(transfer);
    }
    return ExitCode.DONE;
  }

  private SendFiles.Command command(FilesAndChunkSize chosen, boolean note) {
    return new SendFiles.Command(
        port,
        chosen.files(),
        selection.selection(),
        chosen.chunkSize(),
        lanes.count(),
        to,
        verify.isWanted(),
        wait,
        note);
  }
}
