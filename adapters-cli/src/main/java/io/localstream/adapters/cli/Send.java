package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.network.Endpoint;
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
      "localstream send FILE --port PORT [--host HOST] [--wait DURATION]",
      "       localstream send FILE --to HOST:PORT [--wait DURATION]"
    },
    footer = {"", "Example: localstream send report.pdf --to 192.168.1.7:8080 --wait 1m"})
@Positional("--file")
@Place.Only(value = Place.ONE_SHOT, instead = "use send_file here")
final class Send implements CliCommand {
  private final Surroundings surroundings;

  @Option(names = "--file", required = true, paramLabel = "FILE", description = "the file to send")
  private Optional<FileReference> file = Optional.empty();

  @Mixin private final ListeningOptions listening = new ListeningOptions();

  @Option(
      names = "--to",
      paramLabel = "HOST:PORT",
      description = "dial a receiver that listens there")
  private Optional<Endpoint> to = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "how long to wait for the receiver: 30, 30s, 5m, 1h; where not given: --port until"
              + " Ctrl-C, --to not at all")
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
    SendFiles.Command command = to.isPresent() ? dial(to.get()) : listen();
    return surroundings.follower().follow(surroundings.device().sendFiles().send(command));
  }

  private SendFiles.Command listen() {
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

  private SendFiles.Command dial(Endpoint remote) throws InterruptedException {
    Patience patience = new Patience(wait.orElse(Duration.ZERO));
    Session session = new Rendezvous(surroundings).dial(remote, patience);
    return command(
        session.connection().port(), Optional.of(session.peer().id().toString()), Duration.ZERO);
  }

  private SendFiles.Command command(int port, Optional<String> peer, Duration patience) {
    return new SendFiles.Command(port, List.of(file.orElseThrow()), chunkSize, peer, patience);
  }
}
