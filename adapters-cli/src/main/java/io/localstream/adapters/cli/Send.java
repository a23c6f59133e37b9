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
    description = "Send one file to one receiver and end.",
    customSynopsis = {
      "localstream send FILE [--wait DURATION]         shows a code",
      "       localstream send FILE --to NAME|HOST:PORT [--wait DURATION]",
      "       localstream send FILE --port PORT [--host HOST] [--wait DURATION]"
    },
    footer = {"", "Example: localstream send report.pdf"})
@Positional("--file")
@Place.Only(value = Place.ONE_SHOT, instead = "use send_file here")
final class Send implements CliCommand {
  private final Surroundings surroundings;

  @Option(names = "--file", required = true, paramLabel = "FILE", description = "the file to send")
  private Optional<FileReference> file = Optional.empty();

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
          "how long to wait for the receiver: 30, 30s, 5m, 1h; where not given: --port until"
              + " Ctrl-C, --to NAME 10 s, --to HOST:PORT not at all")
  private Optional<Duration> wait = Optional.empty();

  @Option(
      names = "--chunk-size",
      paramLabel = "CHUNK_SIZE",
      description = "a bare number is KiB; also 64K or 4M; 1024 (1 MiB) where not given")
  private ChunkSize chunkSize = ChunkSize.DEFAULT;

  Send(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    listening.requireOneWay(to.isPresent(), "--to", "send");
    surroundings.device().sendFiles().requireReadable(List.of(file.orElseThrow()));
    return surroundings.follower().follow(surroundings.device().sendFiles().send(command()));
  }

  private SendFiles.Command command() throws InterruptedException {
    if (to.isPresent()) {
      return toPeer(dial(to.get()));
    }
    return listening.port().isPresent()
        ? listen()
        : toPeer(new SendByCode(surroundings).meet(wait.orElse(WaitTime.FOREVER)));
  }

  private SendFiles.Command listen() throws InterruptedException {
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
    return command(port, Optional.empty(), patience);
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

  private SendFiles.Command toPeer(Session session) {
    return command(
        session.connection().port(), Optional.of(session.peer().id().toString()), Duration.ZERO);
  }

  private SendFiles.Command command(int port, Optional<String> peer, Duration patience) {
    return new SendFiles.Command(port, List.of(file.orElseThrow()), chunkSize, peer, patience);
  }
}
