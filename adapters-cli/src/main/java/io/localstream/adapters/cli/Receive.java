package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "receive",
    description = "Receive one file from one sender and end.",
    customSynopsis = {
      "localstream receive DEST --from HOST:PORT [--wait DURATION]",
      "       localstream receive DEST --port PORT [--host HOST] [--wait DURATION]"
    },
    footer = {"", "Example: localstream receive Downloads --from 192.168.1.7:8080 --yes"})
@Positional("--dest")
@Place.Only(value = Place.ONE_SHOT, instead = "use receive_file here")
final class Receive implements CliCommand {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--dest",
      required = true,
      paramLabel = "DEST",
      description = "the file to save it as, or a folder, in which it keeps its name")
  private Optional<FileReference> target = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "HOST:PORT",
      description = "dial a sender that listens there")
  private Optional<Endpoint> from = Optional.empty();

  @Mixin private final ListeningOptions listening = new ListeningOptions();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "how long to wait for the sender and its file: 30, 30s, 5m, 1h; where not given: dial"
              + " once, then until Ctrl-C")
  private Optional<Duration> wait = Optional.empty();

  @Mixin private final ExistingFileOptions existing = new ExistingFileOptions();

  Receive(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    listening.requireOneWay(from.isPresent(), "--from", "receive");
    Destination destination = new Destination(target.orElseThrow(), existing.choice("receive"));
    return from.isPresent() ? dial(from.get(), destination) : listen(destination);
  }

  private ExitCode listen(Destination destination) throws InterruptedException {
    Duration patience = wait.orElse(WaitTime.FOREVER);
    new Rendezvous(surroundings)
        .listen(
            listening.host(),
            listening.port().orElseThrow(),
            "localstream send FILE --to",
            patience);
    return new Receiving(surroundings).receive(command(destination, patience));
  }

  private ExitCode dial(Endpoint remote, Destination destination) throws InterruptedException {
    Patience dialling = new Patience(wait.orElse(Duration.ZERO));
    Session session = new Rendezvous(surroundings).dial(remote, dialling);
    Patience patience = new Patience(wait.isPresent() ? dialling.left() : WaitTime.FOREVER);
    new Receiving(surroundings).announce(patience.left());
    while (true) {
      Duration left = patience.left();
      Duration slice = left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
      try {
        return new Receiving(surroundings).receive(command(destination, slice));
      } catch (LocalStreamException e) {
        if (e.code() != FailureCode.NO_OFFER || patience.left().isZero()) {
          throw e;
        }
        requireOpen(session);
      }
    }
  }

  private ReceiveFiles.Command command(Destination destination, Duration patience) {
    return new ReceiveFiles.Command(destination, Optional.empty(), patience, options.yes());
  }

  private void requireOpen(Session session) {
    boolean open =
        surroundings.device().showStatus().show().sessions().stream()
            .anyMatch(other -> other.id().equals(session.id()));
    if (!open) {
      throw new LocalStreamException(
          FailureCode.CLOSED,
          session.peer().name().display() + " left without offering a file; start again");
    }
  }
}
