package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.CodeText;
import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "receive",
    description = "Receive files and folders from one sender and end.",
    customSynopsis = {
      "localstream receive [DEST] [--wait DURATION]    asks for the code",
      "       localstream receive [DEST] --code-file FILE [--from HOST:PORT]",
      "       localstream receive [DEST] --from NAME|HOST:PORT [--wait DURATION]",
      "       localstream receive [DEST] --port PORT [--host HOST] [--wait DURATION]",
      "       localstream receive - ...               to standard output",
      "       localstream receive [DEST] [--keep-trying] [--once] ...",
      "       localstream receive [DEST] [--plan] [--only PATTERN] [--exclude PATTERN]",
      "                           [--existing POLICY] [--names POLICY]",
      "                           [--hidden] ..."
    },
    footer = {
      "",
      "The code is taken from --code-file or --code, else from the variable",
      "LOCALSTREAM_CODE, else it is asked for.",
      "",
      "Example: localstream receive Downloads"
    })
@Positional("--dest")
@Place.Only(value = Place.ONE_SHOT, instead = "use receive_file here")
final class Receive implements CliCommand {
  private static final Duration TO_FIND_A_CODE = Duration.ofSeconds(30);

  private final Surroundings surroundings;
  private final GlobalOptions options;
  private final CodeSource codes;

  /** Of one attempt, for the other side and then for its offer. */
  private Patience patience = new Patience(Duration.ZERO);

  @Option(
      names = "--dest",
      paramLabel = "DEST",
      description =
          "the file to save it as, or a folder, in which it keeps its name; a folder that is"
              + " missing is made if its path ends with / or more than one file comes; the current"
              + " folder where not given; - writes one file to standard output")
  private FileReference target = new FileReference(".");

  @Option(
      names = "--from",
      paramLabel = "NAME|HOST:PORT",
      description = "find a known device by its name, or dial a sender that listens there")
  private Optional<Target> from = Optional.empty();

  @Mixin private final CodeOptions code = new CodeOptions();

  @Mixin private final ListeningOptions listening = new ListeningOptions();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "how long to wait for the sender and its file: 30, 30s, 5m, 1h; where not given: for a"
              + " code 30 s, --from NAME 10 s, --from HOST:PORT not at all, and then for the file"
              + " until Ctrl-C, as --port does")
  private Optional<Duration> wait = Optional.empty();

  @Mixin private final ExistingFileOptions existing = new ExistingFileOptions();

  @Mixin private final PickingOptions picking = new PickingOptions();

  @Mixin private final NameOptions names = new NameOptions();

  @Mixin private final LaneOptions lanes = new LaneOptions();

  @Mixin private final VerifyOption verify = new VerifyOption();

  @Mixin private final OnceOption once = new OnceOption();

  @Mixin private final KeepTrying trying;

  /**
   * @param pauses between one attempt and the next
   */
  Receive(
      Surroundings surroundings,
      GlobalOptions options,
      CodeSource codes,
      KeepTrying.Pauses pauses) {
    this.surroundings = surroundings;
    this.options = options;
    this.codes = codes;
    this.trying = new KeepTrying(surroundings.screen(), pauses);
  }

  @Override
  public ExitCode run() throws InterruptedException {
    requireSense();
    once.apply(surroundings);
    try (Delivery delivery =
        isToOutput() ? Delivery.toOutput(surroundings) : Delivery.ofNotes(surroundings)) {
      return receive(delivery);
    }
  }

  /** Then no person sees the question, and with it the hidden names. */
  private boolean isAgreed() {
    return surroundings.person().agreesTo(options);
  }

  private boolean isToOutput() {
    return target.value().equals("-");
  }

  private ExitCode receive(Delivery delivery) throws InterruptedException {
    Wanted wanted =
        picking.wanted(
            new Destination(
                    target,
                    isToOutput()
                        ? ExistingFile.OVERWRITE
                        : existing.choice("receive", surroundings))
                .with(names.policy("receive")),
            surroundings,
            options);
    if (!isToOutput()) {
      surroundings.device().receiveFiles().requirePlace(wanted.destination());
    }
    if (listening.port().isPresent()) {
      return listen(wanted, listening.port().get(), delivery);
    }
    patience = wholePatience();
    if (!isByCode()) {
      Reunion reunion = reunion(from.orElseThrow());
      return trying.run(() -> attempt(reunion, wanted, isAgreed(), delivery));
    }
    try (PairingCode typed = codes.find(code)) {
      Reunion reunion = Reunion.pairing(surroundings, () -> pair(typed));
      return trying.run(() -> attempt(reunion, wanted, true, delivery));
    }
  }

  /** Whoever gave a code wants it to be proved, wherever it was given; a known key proves more. */
  private boolean isByCode() {
    return from.isEmpty() || (from.get() instanceof Target.At && codes.isGiven(code));
  }

  private ExitCode attempt(Reunion reunion, Wanted wanted, boolean approved, Delivery delivery)
      throws InterruptedException {
    try {
      Session session = reunion.meet();
      Patience rest = new Patience(wait.isPresent() ? patience.left() : WaitTime.FOREVER);
      ReceiveFiles.Command command = command(wanted, Duration.ZERO, approved);
      return receiving(delivery).receiveFrom(session, command, rest);
    } finally {
      patience = wholePatience();
    }
  }

  private Patience wholePatience() {
    return new Patience(wait.orElse(Duration.ZERO));
  }

  private Receiving receiving(Delivery delivery) {
    return new Receiving(surroundings, trying, delivery);
  }

  private Reunion reunion(Target target) {
    return Reunion.by(surroundings, () -> dial(target));
  }

  private void requireSense() {
    listening.requireOneWay(from.isPresent(), "--from", "receive");
    code.requireOne("receive");
    if (code.given() && listening.port().isPresent()) {
      throw Usage.mistake("a code goes with --from HOST:PORT or alone", "help receive");
    }
    if (code.given() && from.isPresent() && from.get() instanceof Target.Known) {
      throw Usage.mistake("a known device needs no code", "help receive");
    }
    if (isToOutput() && (picking.given() || existing.given() || names.given())) {
      throw Usage.mistake(
          "- takes the one file that is offered, without --plan, --only, --exclude, --existing,"
              + " --names or --hidden",
          "help receive");
    }
    if (CodeText.isOne(target.value())) {
      throw Usage.mistake(
          "DEST looks like a code; leave it out and it is asked for, unseen by other users",
          "help receive");
    }
  }

  private ExitCode listen(Wanted wanted, int port, Delivery delivery) throws InterruptedException {
    Duration longest = wait.orElse(WaitTime.FOREVER);
    new Rendezvous(surroundings)
        .listen(listening.host(), port, "localstream send FILE --to", longest);
    ReceiveFiles.Command command = command(wanted, longest, isAgreed());
    return trying.run(() -> receiveOffered(command, port, delivery));
  }

  private ExitCode receiveOffered(ReceiveFiles.Command command, int port, Delivery delivery)
      throws InterruptedException {
    try {
      return receiving(delivery).receive(command);
    } catch (LocalStreamException e) {
      if (e.code() == FailureCode.NO_OFFER
          && surroundings.device().showStatus().show().sessions().isEmpty()) {
        throw new LocalStreamException(
            FailureCode.NO_PEER,
            "nobody is connected on port " + port + ", so no file was offered in time",
            e);
      }
      throw e;
    }
  }

  private ReceiveFiles.Command command(Wanted wanted, Duration longest, boolean approved) {
    return new ReceiveFiles.Command(
        wanted.destination(),
        Optional.empty(),
        longest,
        lanes.count(),
        verify.isWanted(),
        approved,
        wanted.review());
  }

  private Session dial(Target target) throws InterruptedException {
    Rendezvous rendezvous = new Rendezvous(surroundings);
    return switch (target) {
      case Target.At at -> rendezvous.dial(ConnectToPeer.Command.to(at.endpoint()), patience);
      case Target.Known known -> rendezvous.find(known, wait.orElse(WaitTime.TO_FIND));
    };
  }

  /** Typing the code is the consent: nothing is asked after that. */
  private Session pair(PairingCode code) throws InterruptedException {
    // Whoever uses one wipes it, and the next attempt needs it again.
    try (PairingCode typed = PairingCode.parse(code.spoken())) {
      if (from.isPresent() && from.get() instanceof Target.At(Endpoint endpoint)) {
        return new Rendezvous(surroundings)
            .dial(
                new ConnectToPeer.Command(endpoint, Optional.of(typed), Optional.empty(), false),
                new Patience(wait.orElse(Duration.ZERO)));
      }
      Duration longest = wait.orElse(TO_FIND_A_CODE);
      surroundings
          .screen()
          .notice("looking for the device with " + typed + " " + WaitTime.describe(longest));
      return surroundings.device().pairDevices().pair(typed, longest, false);
    }
  }
}
