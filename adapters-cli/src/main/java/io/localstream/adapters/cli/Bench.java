package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.SpeedText;
import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.Question;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "bench",
    description = "Measure network, cipher and disk, and say what holds them up.",
    customSynopsis = {
      "bench [--in DIR]                         this device alone",
      "       bench NAME|HOST:PORT [--in DIR]          with another device",
      "       bench --port PORT [--host HOST] [--in DIR]"
    },
    footer = {
      "",
      "On the other device: localstream bench --port 7117, or its shell, which asks.",
      "",
      "Example: bench 192.168.1.9:7117"
    })
@Positional("--with")
final class Bench implements CliCommand {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  @Option(
      names = "--with",
      paramLabel = "NAME|HOST:PORT",
      description = "a device that is connected or known, or one that listens there")
  private Optional<Target> with = Optional.empty();

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "where the disk is measured; the current folder where not given")
  private FileReference folder = new FileReference(".");

  @Mixin private final ListeningOptions listening = new ListeningOptions();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "how long to wait for the other device: 30, 30s, 5m, 1h; where not given: --port until"
              + " Ctrl-C, NAME 10 s, HOST:PORT not at all")
  private Optional<Duration> wait = Optional.empty();

  Bench(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    listening.requireOneWay(with.isPresent(), "a device to measure", "bench");
    if (wait.isPresent() && with.isEmpty() && listening.port().isEmpty()) {
      throw Usage.mistake("--wait goes with another device", "help bench");
    }
    try (Person.Agreement _ = surroundings.person().agree(this::isAgreed)) {
      if (listening.port().isPresent()) {
        return listen(listening.port().get());
      }
      tell(with.isPresent() ? measure(session(with.get())) : measureAlone());
      return ExitCode.DONE;
    }
  }

  private void tell(List<String> lines) {
    lines.forEach(surroundings.screen()::result);
  }

  private List<String> measureAlone() throws InterruptedException {
    surroundings.screen().notice("measuring this device, which takes some seconds");
    return SpeedText.alone(measuring().measureDevice(folder));
  }

  private List<String> measure(Session session) throws InterruptedException {
    DeviceName peer = session.peer().name();
    return SpeedText.together(
        measuring()
            .measure(
                new MeasureSpeed.Command(
                    session.id(),
                    folder,
                    step ->
                        SpeedText.progress(step, peer).ifPresent(surroundings.screen()::notice))),
        peer);
  }

  private ExitCode listen(int port) throws InterruptedException {
    Duration patience = wait.orElse(WaitTime.FOREVER);
    new Rendezvous(surroundings).listen(listening.host(), port, "localstream bench", patience);
    DeviceName peer = measuring().awaitMeasurement(folder, patience);
    tell(List.of(SpeedText.measuredBy(peer)));
    return ExitCode.DONE;
  }

  /** One that is open already, or a new one. */
  private Session session(Target target) throws InterruptedException {
    Optional<Session> open =
        surroundings.device().showStatus().show().sessions().stream()
            .filter(session -> isMeant(target, session))
            .findFirst();
    if (open.isPresent()) {
      return open.get();
    }
    Rendezvous rendezvous = new Rendezvous(surroundings);
    return switch (target) {
      case Target.At at ->
          rendezvous.dial(
              ConnectToPeer.Command.to(at.endpoint()), new Patience(wait.orElse(Duration.ZERO)));
      case Target.Known known -> rendezvous.find(known, wait.orElse(WaitTime.TO_FIND));
    };
  }

  private static boolean isMeant(Target target, Session session) {
    return switch (target) {
      case Target.At at ->
          session.side() == Side.DIALLED && session.connection().equals(at.endpoint());
      case Target.Known known -> session.peer().name().value().equals(known.name());
    };
  }

  /** With --yes here: whoever comes to be measured with, and the device that is dialled. */
  private boolean isAgreed(Question question) {
    return options.yes()
        && switch (question) {
          case Question.MeasureSpeed _ -> listening.port().isPresent();
          case Question.TrustDevice trust ->
              with.isPresent()
                  && with.get() instanceof Target.At at
                  && trust.remote().equals(at.endpoint().toString());
          case Question.ReceiveFiles _, Question.LetIn _ -> false;
        };
  }

  private MeasureSpeed measuring() {
    return surroundings.device().measureSpeed();
  }
}
