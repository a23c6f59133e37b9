package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "send",
    description = "Send files and folders to one receiver and end.",
    customSynopsis = {
      "localstream send FILE... [--wait DURATION]      shows a code",
      "       localstream send FILE... --to NAME|HOST:PORT [--wait DURATION]",
      "       localstream send FILE... --port PORT [--host HOST] [--wait DURATION]",
      "       localstream send --files-from LIST ...",
      "       localstream send - [--name NAME] ...    sends standard input",
      "       localstream send --text TEXT ...        sends a note",
      "       localstream send FILE... [--keep-trying] [--once] ..."
    },
    footer = {"", "Example: localstream send report.pdf"})
@Positional("--file")
@Place.Only(value = Place.ONE_SHOT, instead = "use send_file here")
final class Send implements CliCommand {
  private final Surroundings surroundings;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "a file or folder to send; all of them arrive in one folder; - is standard input")
  private List<FileReference> files = List.of();

  @Option(
      names = "--files-from",
      paramLabel = "LIST",
      description =
          "send the files that this file names, one path a line, or each ended by a NUL; - is"
              + " standard input")
  private Optional<String> list = Optional.empty();

  @Mixin private final SelectionOptions selection = new SelectionOptions();

  @Mixin private final ContentOptions content = new ContentOptions();

  @Mixin private final ListeningOptions listening = new ListeningOptions();

  @Option(
      names = "--to",
      paramLabel = "NAME|HOST:PORT",
      description = "find a known device by its name, or dial a receiver that listens there")
  private Optional<Target> to = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "how long to wait for the receiver: 30, 30s, 5m, 1h; where not given: a code as long as"
              + " it works (10 minutes), --port until Ctrl-C, --to NAME 10 s, --to HOST:PORT not at"
              + " all")
  private Optional<Duration> wait = Optional.empty();

  @Option(
      names = "--chunk-size",
      paramLabel = "CHUNK_SIZE",
      description = "a bare number is KiB; also 64K or 4M; 1024 (1 MiB) where not given")
  private ChunkSize chunkSize = ChunkSize.DEFAULT;

  @Mixin private final LaneOptions lanes = new LaneOptions();

  @Mixin private final VerifyOption verify = new VerifyOption();

  @Mixin private final OnceOption once = new OnceOption();

  @Mixin private final KeepTrying trying;

  /**
   * @param pauses between one attempt and the next
   */
  Send(Surroundings surroundings, KeepTrying.Pauses pauses) {
    this.surroundings = surroundings;
    this.trying = new KeepTrying(surroundings.screen(), pauses);
  }

  @Override
  public ExitCode run() throws InterruptedException {
    listening.requireOneWay(to.isPresent(), "--to", "send");
    once.apply(surroundings);
    try (Content sent = content.of(new ContentOptions.Given(files, list), surroundings)) {
      return send(sent);
    }
  }

  private ExitCode send(Content chosen) throws InterruptedException {
    surroundings.device().sendFiles().requireReadable(chosen.files(), selection.selection());
    if (listening.port().isPresent()) {
      SendFiles.Command command = listen(chosen);
      return trying.run(() -> follow(command));
    }
    Reunion reunion = reunion();
    return trying.run(() -> follow(command(chosen, reunion.meet())));
  }

  private ExitCode follow(SendFiles.Command command) throws InterruptedException {
    return trying.follow(surroundings.follower(), surroundings.device().sendFiles().send(command));
  }

  private Reunion reunion() throws InterruptedException {
    if (to.isPresent()) {
      Target target = to.get();
      return Reunion.by(surroundings, () -> dial(target));
    }
    return Reunion.after(
        surroundings, new SendByCode(surroundings).meet(wait.orElse(WaitTime.FOREVER)));
  }

  private SendFiles.Command command(Content chosen, Session session) {
    Optional<String> peer = Optional.of(session.peer().id().toString());
    // Whoever typed the code comes again by dialling.
    boolean comesAgain = trying.isWanted() && to.isEmpty();
    return new SendFiles.Command(
        session.connection().port(),
        chosen.files(),
        selection.selection(),
        chunkSize,
        lanes.count(),
        peer,
        verify.isWanted(),
        comesAgain ? wait.orElse(WaitTime.FOREVER) : Duration.ZERO,
        chosen.note());
  }

  private SendFiles.Command listen(Content chosen) throws InterruptedException {
    Duration patience = wait.orElse(WaitTime.FOREVER);
    int port =
        new Rendezvous(surroundings)
            .listen(
                listening.host(),
                listening.port().orElseThrow(),
                "localstream receive DEST --from",
                patience)
            .endpoint()
            .port();
    return new SendFiles.Command(
        port,
        chosen.files(),
        selection.selection(),
        chunkSize,
        lanes.count(),
        Optional.empty(),
        verify.isWanted(),
        patience,
        chosen.note());
  }

  private Session dial(Target target) throws InterruptedException {
    Rendezvous rendezvous = new Rendezvous(surroundings);
    return switch (target) {
      case Target.At at ->
          rendezvous.dial(
              ConnectToPeer.Command.to(at.endpoint()), new Patience(wait.orElse(Duration.ZERO)));
      case Target.Known known -> rendezvous.find(known, wait.orElse(WaitTime.TO_FIND));
    };
  }
}
