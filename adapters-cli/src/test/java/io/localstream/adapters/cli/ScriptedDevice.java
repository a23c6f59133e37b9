package io.localstream.adapters.cli;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.application.usecase.CloseConnection;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.DiagnoseNetwork;
import io.localstream.application.usecase.GuardIdentity;
import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.KeepTransfers;
import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.application.usecase.OfferReview;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.PairDevices;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.ReviewTrust;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A device without a network: it connects to a peer called anna, whatever is sent arrives, and a
 * test offers files to it. Ports below 10 are unreachable; files called missing are not there.
 */
class ScriptedDevice implements RunningDevice {
  static final long FILE_BYTES = 12_300_000;
  private static final Duration ASK = Duration.ofMinutes(2);

  final Contacts contacts;
  final ScriptedPairing pairing = new ScriptedPairing(this);
  final ScriptedTrust trust = new ScriptedTrust();
  final ScriptedSessions kept = new ScriptedSessions();
  final ScriptedTransfers unfinished = new ScriptedTransfers();
  final ScriptedSettings settings = new ScriptedSettings();
  final ScriptedSpeed speed = new ScriptedSpeed(this);
  final ScriptedNetwork network = new ScriptedNetwork();
  final ScriptedIdentity identity;
  final List<Object> commands = new CopyOnWriteArrayList<>();
  final List<Connection> connections = new CopyOnWriteArrayList<>();
  final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final List<ScriptedTransfer> transfers = new ArrayList<>();
  private final Duration pace;

  /** Where what was taken should go. */
  final List<Destination> reviewed = new CopyOnWriteArrayList<>();

  volatile int shutDowns;
  volatile boolean closed;
  volatile boolean forgetsSessions;
  volatile boolean portTaken;
  volatile Optional<String> offersWhenConnected = Optional.empty();

  /**
   * @param pace the pause between two steps of a transfer; a transfer has ten
   */
  ScriptedDevice(Contacts contacts, Duration pace) {
    this.contacts = contacts;
    this.identity = new ScriptedIdentity(contacts.passphrases());
    this.pace = pace;
  }

  /** Has a peer join a listening connection. */
  Session join(String name, int port) {
    Connection connection =
        connections.stream().filter(one -> one.endpoint().port() == port).findFirst().orElseThrow();
    Session session = Samples.session(name, connection.endpoint(), Side.LISTENING);
    add(session);
    return session;
  }

  /** Has a peer offer a file. */
  synchronized Transfer offer(String file, String peer) {
    ScriptedTransfer transfer =
        new ScriptedTransfer(
            Samples.transfer(file, FILE_BYTES, Transfer.Direction.RECEIVING, peer),
            contacts.observer(),
            pace);
    transfers.add(transfer);
    contacts.observer().on(new LocalStreamEvent.OfferArrived(transfer.current()));
    notifyAll();
    return transfer.current();
  }

  @Override
  public MeasureSpeed measureSpeed() {
    return speed;
  }

  @Override
  public OpenConnection openConnection() {
    return command -> {
      commands.add(command);
      if (connections.stream().anyMatch(one -> one.endpoint().port() == command.port())) {
        throw new LocalStreamException(
            FailureCode.CONNECTION_EXISTS,
            "this device listens on port " + command.port() + " already; del_connection closes it");
      }
      if (portTaken && command.port() != 0) {
        throw new LocalStreamException(
            FailureCode.ADDRESS_IN_USE, "another program listens on port " + command.port());
      }
      int port = command.port() == 0 ? 40_123 : command.port();
      Connection connection =
          Connection.listening(
              new Endpoint(command.host().orElse(ScriptedNetwork.LAN), port), command.limit());
      connections.add(connection);
      contacts.observer().on(new LocalStreamEvent.ConnectionOpened(connection));
      return connection;
    };
  }

  @Override
  public CloseConnection closeConnection() {
    return port -> {
      if (!connections.removeIf(one -> one.endpoint().port() == port)) {
        throw new LocalStreamException(
            FailureCode.NO_SUCH_CONNECTION, "there is no connection on port " + port);
      }
    };
  }

  @Override
  public ConnectToPeer connectToPeer() {
    return new ConnectToPeer() {
      @Override
      public Session connect(Command command) throws InterruptedException {
        commands.add(command);
        return ScriptedDevice.this.connect(command);
      }

      @Override
      public Session connect(String device, Duration longest, boolean remember) {
        commands.add(new Found(device, longest, remember));
        trust.show(device);
        return dialled(Endpoint.of("192.168.1.9", 7117));
      }
    };
  }

  /** What {@link ConnectToPeer} was called with for a known device. */
  record Found(String device, Duration longest, boolean remember) {}

  private Session connect(ConnectToPeer.Command command) throws InterruptedException {
    Endpoint remote = command.remote();
    if (remote.port() < 10) {
      throw new LocalStreamException(
          FailureCode.UNREACHABLE, "nobody listens at " + remote + "; is the other side ready?");
    }
    if (command.code().isPresent()) {
      return pairing.requireRight(command.code().get(), remote);
    }
    ApprovalPrompt.Answer answer =
        contacts.prompt().ask(Samples.trust("anna", remote.toString(), false), ASK);
    if (answer != ApprovalPrompt.Answer.YES) {
      throw new LocalStreamException(
          FailureCode.NOT_TRUSTED, "anna at " + remote + " was not trusted");
    }
    return dialled(remote);
  }

  /** A session with anna that this device dialled. */
  Session dialled(Endpoint remote) {
    Session session = Samples.session("anna", remote, Side.DIALLED);
    connections.add(Connection.dialled(remote).admit(session.id()));
    add(session);
    offersWhenConnected.ifPresent(file -> offer(file, "anna"));
    return session;
  }

  @Override
  public SendFiles sendFiles() {
    return new SendFiles() {
      @Override
      public void requireReadable(List<FileReference> files, Selection selection) {
        String file = files.getFirst().value();
        if (file.contains("missing")) {
          throw new LocalStreamException(FailureCode.FILE_MISSING, "there is no file " + file);
        }
      }

      @Override
      public List<OngoingTransfer> send(Command command) throws InterruptedException {
        commands.add(command);
        requireReadable(command.files(), command.selection());
        String file = command.files().getFirst().value();
        String name = file.substring(file.lastIndexOf('/') + 1);
        List<Session> peers = peers(command);
        return peers.stream()
            .<OngoingTransfer>map(peer -> ScriptedDevice.this.send(name, peer))
            .toList();
      }
    };
  }

  @Override
  public ReceiveFiles receiveFiles() {
    return command -> {
      commands.add(command);
      ScriptedTransfer transfer = awaitOffer(command);
      String saved = reviewed(command, transfer).target().value();
      if (saved.contains("existing")) {
        throw new LocalStreamException(
            FailureCode.FILE_EXISTS, saved + " is there already; --overwrite or --rename");
      }
      if (!command.approved()) {
        ask(transfer, saved);
      }
      transfer.start(List.of(new FileReference(saved)));
      return transfer;
    };
  }

  @Override
  public DeclineOffer declineOffer() {
    return command -> {
      ScriptedTransfer transfer = offered(command.which()).orElseThrow();
      transfer.fail(FailureCode.DECLINED, "declined here");
      return transfer.current();
    };
  }

  @Override
  public ListPossibleConnections listPossibleConnections() {
    return network;
  }

  @Override
  public DiagnoseNetwork diagnoseNetwork() {
    return network;
  }

  @Override
  public PairDevices pairDevices() {
    return pairing;
  }

  @Override
  public ReviewTrust reviewTrust() {
    return trust;
  }

  @Override
  public KeepSessions keepSessions() {
    return kept;
  }

  @Override
  public KeepTransfers keepTransfers() {
    return unfinished;
  }

  @Override
  public GuardIdentity guardIdentity() {
    return identity;
  }

  @Override
  public ChangeSettings changeSettings() {
    return settings;
  }

  @Override
  public ShowStatus showStatus() {
    return () ->
        new ShowStatus.Result(
            new DeviceName("kitchen"),
            Samples.self(),
            connections,
            List.of(),
            forgetsSessions ? List.of() : sessions,
            current());
  }

  @Override
  public void shutDown() {
    shutDowns++;
  }

  @Override
  public void close() {
    closed = true;
  }

  private synchronized List<Transfer> current() {
    return transfers.stream().map(OngoingTransfer::current).toList();
  }

  private void add(Session session) {
    sessions.add(session);
    contacts.observer().on(new LocalStreamEvent.PeerJoined(session));
  }

  private List<Session> peers(SendFiles.Command command) {
    if (connections.stream().noneMatch(one -> one.endpoint().port() == command.port())) {
      throw new LocalStreamException(
          FailureCode.NO_SUCH_CONNECTION, "there is no connection on port " + command.port());
    }
    List<Session> peers =
        sessions.stream()
            .filter(session -> session.connection().port() == command.port())
            .filter(session -> isMeant(session, command))
            .toList();
    if (peers.isEmpty()) {
      throw new LocalStreamException(
          FailureCode.NO_PEER,
          "nobody is connected on port " + command.port() + "; --wait 1m waits");
    }
    return peers;
  }

  private static boolean isMeant(Session session, SendFiles.Command command) {
    return command
        .to()
        .map(to ->
            session.peer().name().value().equals(to) || session.peer().id().toString().equals(to))
        .orElse(true);
  }

  private synchronized ScriptedTransfer send(String name, Session peer) {
    Transfer offered =
        Samples.transfer(name, FILE_BYTES, Transfer.Direction.SENDING, peer.peer().name().value());
    ScriptedTransfer transfer = new ScriptedTransfer(offered, contacts.observer(), pace);
    transfers.add(transfer);
    if (name.contains("refused")) {
      transfer.fail(FailureCode.DECLINED, "the receiver said no");
    } else {
      transfer.start(List.of());
    }
    return transfer;
  }

  private synchronized ScriptedTransfer awaitOffer(ReceiveFiles.Command command)
      throws InterruptedException {
    long deadline = System.nanoTime() + command.waitForOffer().toNanos();
    while (offered(command.which()).isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new LocalStreamException(FailureCode.NO_OFFER, "nobody offered a file in time");
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return offered(command.which()).orElseThrow();
  }

  private synchronized Optional<ScriptedTransfer> offered(Optional<TransferId> which) {
    return transfers.stream().filter(transfer -> transfer.isOffered(which)).findFirst();
  }

  /** What is called conflict exists already. */
  private Destination reviewed(ReceiveFiles.Command command, ScriptedTransfer transfer)
      throws InterruptedException {
    OfferReview.Verdict verdict =
        command
            .review()
            .review(
                transfer.current(),
                wanted -> Samples.plan(transfer.current(), conflicts(transfer, wanted)));
    return switch (verdict) {
      case OfferReview.Verdict.Taken(Destination destination) -> {
        reviewed.add(destination);
        yield destination;
      }
      case OfferReview.Verdict.OnlyLooked _ -> {
        transfer.fail(FailureCode.ONLY_LOOKED, "only looked");
        throw new LocalStreamException(FailureCode.ONLY_LOOKED, "only looked");
      }
      case OfferReview.Verdict.Declined(String why) -> {
        transfer.fail(FailureCode.DECLINED, why);
        throw new LocalStreamException(FailureCode.DECLINED, why);
      }
    };
  }

  private static List<ReceptionPlan.Outcome> conflicts(
      ScriptedTransfer transfer, Destination wanted) {
    boolean asked = wanted.ifExists() == Destination.ExistingFile.ASK;
    return transfer.current().offer().manifest().entries().stream()
        .filter(entry -> entry.path().value().contains("conflict"))
        .map(_ -> asked ? ReceptionPlan.Outcome.ASKED : ReceptionPlan.Outcome.REFUSED)
        .toList();
  }

  private void ask(ScriptedTransfer transfer, String saved) throws InterruptedException {
    Question question =
        new Question.ReceiveFiles(
            transfer.current(), saved, Samples.plan(transfer.current(), List.of()));
    if (contacts.prompt().ask(question, ASK) != ApprovalPrompt.Answer.YES) {
      transfer.fail(FailureCode.DECLINED, "declined here");
      throw new LocalStreamException(FailureCode.DECLINED, "the offer was declined");
    }
  }
}
