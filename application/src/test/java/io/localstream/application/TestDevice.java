package io.localstream.application;

import io.localstream.application.conversation.ContentBuffers;
import io.localstream.application.conversation.ContentPorts;
import io.localstream.application.conversation.ConversationPorts;
import io.localstream.application.conversation.Introductions;
import io.localstream.application.conversation.LaneDesk;
import io.localstream.application.conversation.LaneMeans;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.OfferSpace;
import io.localstream.application.conversation.PairingDesk;
import io.localstream.application.conversation.PinBoard;
import io.localstream.application.conversation.SpeedDesk;
import io.localstream.application.conversation.SuccessionCheck;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.conversation.TrustDesk;
import io.localstream.application.service.Announcements;
import io.localstream.application.service.ClosingService;
import io.localstream.application.service.DiagnosisService;
import io.localstream.application.service.Dialler;
import io.localstream.application.service.DiallingService;
import io.localstream.application.service.IdentityService;
import io.localstream.application.service.ListeningService;
import io.localstream.application.service.LocalDevice;
import io.localstream.application.service.MeasuringService;
import io.localstream.application.service.OfferDesk;
import io.localstream.application.service.PairingService;
import io.localstream.application.service.PeerSearch;
import io.localstream.application.service.PinnedDevices;
import io.localstream.application.service.PossibleConnectionsService;
import io.localstream.application.service.ReceivingService;
import io.localstream.application.service.Reception;
import io.localstream.application.service.Reconnector;
import io.localstream.application.service.Resumption;
import io.localstream.application.service.SendingService;
import io.localstream.application.service.SessionKeeper;
import io.localstream.application.service.SessionMemory;
import io.localstream.application.service.SessionRecords;
import io.localstream.application.service.SessionStarter;
import io.localstream.application.service.SessionsService;
import io.localstream.application.service.SettingsService;
import io.localstream.application.service.StatusService;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.application.service.TransferKeeper;
import io.localstream.application.service.TransfersService;
import io.localstream.application.service.TrustService;
import io.localstream.application.speed.DeviceProbe;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.fake.InMemoryChannelSecurity;
import io.localstream.domain.port.fake.InMemoryConnectionStore;
import io.localstream.domain.port.fake.InMemoryContentEncryption;
import io.localstream.domain.port.fake.InMemoryDigester;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryFiles;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryLaneFraming;
import io.localstream.domain.port.fake.InMemoryMessageCodec;
import io.localstream.domain.port.fake.InMemoryNotary;
import io.localstream.domain.port.fake.InMemoryPairingExchange;
import io.localstream.domain.port.fake.InMemoryReceiptStore;
import io.localstream.domain.port.fake.InMemoryRunningTransfers;
import io.localstream.domain.port.fake.InMemoryScratchFiles;
import io.localstream.domain.port.fake.InMemorySessionSecrets;
import io.localstream.domain.port.fake.InMemorySessionStore;
import io.localstream.domain.port.fake.InMemorySettingsStore;
import io.localstream.domain.port.fake.InMemoryTransferLog;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.InMemoryTrustStore;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.port.fake.ScriptedNeighbourhood;
import io.localstream.domain.port.fake.SteppedClock;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import io.localstream.domain.port.fake.SteppedTicker;
import io.localstream.domain.session.Session;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A whole device over fakes, on a network of its own or of another device. */
final class TestDevice implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long MEMORY_BYTES = 4 << 20;
  private static final long OFFER_BYTES = 1 << 20;

  /** One for all devices: the fake wants the same object at both ends. */
  final InMemoryMessageCodec codec = CODEC;

  private static final InMemoryMessageCodec CODEC = new InMemoryMessageCodec();

  private static final Timeouts TIMEOUTS =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          PATIENCE,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(500));

  /** Little, because no time passes here that would end it. */
  private static final SpeedLimits SPEED =
      new SpeedLimits(Duration.ofSeconds(2), 3 << 20, 2 << 20, PATIENCE);

  final InMemoryTransport transport;
  final InMemoryIdentityVault identity;
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final InMemoryTrustStore trust = new InMemoryTrustStore();
  final InMemoryTransferLog unfinished = new InMemoryTransferLog();
  final InMemoryRunningTransfers running = new InMemoryRunningTransfers();
  final InMemoryReceiptStore receipts = new InMemoryReceiptStore();
  final InMemorySessionStore sessions = new InMemorySessionStore();
  final InMemoryConnectionStore connections = new InMemoryConnectionStore();
  final InMemoryFiles files = new InMemoryFiles();
  final InMemoryScratchFiles scratch = new InMemoryScratchFiles();
  final LaneFraming framing = new InMemoryLaneFraming();
  final InMemoryContentEncryption encryption;
  final InMemoryChannelSecurity security;
  final ScriptedApprovalPrompt prompt;
  final ScriptedNeighbourhood neighbourhood = new ScriptedNeighbourhood();
  final RecordingEventObserver events = new RecordingEventObserver();
  final SteppedClock clock = new SteppedClock();

  /** Time passes for whoever waits, and faster where a test says so. */
  final SteppedTicker ticker = new SteppedTicker(System::nanoTime);

  /** What is measured takes only the time that a test says. */
  final SteppedTicker stopwatch = new SteppedTicker();

  final InMemoryPairingExchange exchange = new InMemoryPairingExchange();
  final InMemoryDiscovery discovery;
  final LocalDevice device;

  /** How many lanes it asks for when it sends. */
  Optional<LaneCount> lanes = Optional.empty();

  TestDevice(InMemoryTransport transport, InMemoryIdentityVault identity, String name) {
    this(transport, identity, name, ScriptedApprovalPrompt.always(Answer.YES));
  }

  TestDevice(
      InMemoryTransport transport,
      InMemoryIdentityVault identity,
      String name,
      ScriptedApprovalPrompt prompt) {
    this(transport, identity, name, prompt, new InMemoryDiscovery.Air());
  }

  TestDevice(
      InMemoryTransport transport,
      InMemoryIdentityVault identity,
      String name,
      ScriptedApprovalPrompt prompt,
      InMemoryDiscovery.Air air) {
    this(transport, identity, name, new Surroundings(prompt, air, TIMEOUTS));
  }

  /** What is not the device itself. */
  record Surroundings(ScriptedApprovalPrompt prompt, InMemoryDiscovery.Air air, Timeouts timeouts) {
    /** A person who says yes, and this patience with a chunk of content. */
    static Surroundings withChunkTimeout(Duration chunk) {
      return new Surroundings(
          ScriptedApprovalPrompt.always(Answer.YES),
          new InMemoryDiscovery.Air(),
          new Timeouts(
              TIMEOUTS.greeting(),
              TIMEOUTS.handshake(),
              TIMEOUTS.approval(),
              TIMEOUTS.message(),
              chunk,
              TIMEOUTS.lane(),
              TIMEOUTS.heartbeat(),
              TIMEOUTS.farewell()));
    }

    /** A person who says yes, and this much silence before a sign of life. */
    static Surroundings withHeartbeat(Duration heartbeat) {
      return new Surroundings(
          ScriptedApprovalPrompt.always(Answer.YES),
          new InMemoryDiscovery.Air(),
          new Timeouts(
              TIMEOUTS.greeting(),
              TIMEOUTS.handshake(),
              TIMEOUTS.approval(),
              TIMEOUTS.message(),
              TIMEOUTS.chunk(),
              TIMEOUTS.lane(),
              heartbeat,
              TIMEOUTS.farewell()));
    }
  }

  TestDevice(
      InMemoryTransport transport,
      InMemoryIdentityVault identity,
      String name,
      Surroundings surroundings) {
    this.discovery = surroundings.air().device();
    this.transport = transport;
    this.identity = identity;
    this.prompt = surroundings.prompt();
    this.encryption = new InMemoryContentEncryption(identity.identity().wrappingKey());
    this.security = new InMemoryChannelSecurity(identity.credentials());
    settings.rename(new DeviceName(name));
    this.device = assemble(surroundings.timeouts());
  }

  private LocalDevice assemble(Timeouts timeouts) {
    SteppedIdentifierSource identifiers =
        new SteppedIdentifierSource(System.identityHashCode(this));
    TransferBook book = new TransferBook(running);
    TransferKeeper keeper = new TransferKeeper(unfinished, receipts, events, clock);
    OfferDesk offers = new OfferDesk(book, receipts, new OfferSpace(OFFER_BYTES));
    Resumption resumption = new Resumption(events);
    SendingService.Records records = new SendingService.Records(book, keeper, resumption);
    Notary notary = new InMemoryNotary(identity);
    ConversationPorts ports =
        new ConversationPorts(
            transport,
            codec,
            new ContentPorts(encryption, framing, new InMemoryDigester(), notary),
            timeouts,
            ticker);
    LaneDesk laneDesk = new LaneDesk(identifiers);
    SpeedDesk speed =
        new SpeedDesk(
            new DeviceProbe(encryption, scratch, identifiers, stopwatch, SPEED),
            prompt,
            events,
            timeouts.approval());
    Switchboard switchboard = new Switchboard();
    PinBoard pins = new PinBoard(trust, clock, events);
    TrustDesk trustDesk =
        new TrustDesk(pins, new SuccessionCheck(identity), prompt, events, timeouts.approval());
    PairingDesk pairing = new PairingDesk(exchange, events, ticker);
    SessionSecrets secrets = new InMemorySessionSecrets();
    Introductions introductions =
        new Introductions(
            new Introductions.Presence(identity, settings, neighbourhood),
            new Introductions.Manner(codec, timeouts, ticker, events),
            trustDesk,
            pairing,
            secrets);
    SessionStarter starter =
        new SessionStarter(
            introductions,
            switchboard,
            new SessionKeeper(
                new SessionRecords(sessions, pins), switchboard, offers, events, resumption),
            new LiveSession.Setting(
                ports,
                new LaneMeans(laneDesk, new ContentBuffers(MEMORY_BYTES), 2),
                events,
                clock,
                speed),
            new SessionMemory(sessions, secrets, identifiers, events));
    Announcements announcements = new Announcements(discovery, identity, settings);
    Dialler dialler = new Dialler(transport, security, switchboard, starter, timeouts);
    PeerSearch search = new PeerSearch(discovery, dialler, events, ticker);
    PinnedDevices pinned = new PinnedDevices(trust);
    Reconnector reconnector =
        new Reconnector(
            dialler,
            announcements,
            switchboard,
            new Reconnector.Purpose(sessions, resumption, ticker),
            events);
    OpenConnection opening =
        new ListeningService(
            new ListeningService.Network(transport, neighbourhood),
            connections,
            switchboard,
            new Reception(starter, security, laneDesk, timeouts, events),
            announcements);
    return new LocalDevice(
        new LocalDevice.Connecting(
            opening,
            new ClosingService(switchboard, connections, book, reconnector, discovery),
            new DiallingService(dialler, search, pinned, sessions, ticker),
            new PairingService(pairing, announcements, switchboard, search, ticker),
            new SessionsService(sessions, connections, switchboard, opening, reconnector)),
        new LocalDevice.Transferring(
            new SendingService(switchboard, files, records, identifiers, ports),
            new ReceivingService(offers, files, prompt, timeouts, records),
            new TransfersService(
                unfinished,
                files,
                receipts,
                new TransfersService.Signing(notary, identity, trust),
                new TransfersService.Ongoing(resumption, book))),
        new LocalDevice.Keeping(
            new StatusService(
                identity, settings, connections, new StatusService.Activity(switchboard, book)),
            new TrustService(trust, pinned, switchboard, pins),
            new IdentityService(identity, settings),
            new SettingsService(settings, announcements),
            new LocalDevice.Looking(
                new PossibleConnectionsService(neighbourhood, announcements, pinned, ticker),
                new DiagnosisService(neighbourhood, discovery, transport, announcements),
                new MeasuringService(switchboard, speed, identifiers))));
  }

  Endpoint listen(int limit) {
    return listen("127.0.0.1", 0, limit).endpoint();
  }

  Connection listen(String host, int port, int limit) {
    return device
        .openConnection()
        .open(
            new OpenConnection.Command(
                Optional.of(new HostAddress(host)), port, new PeerLimit(limit), true));
  }

  Session connect(Endpoint remote) throws InterruptedException {
    return device
        .connectToPeer()
        .connect(new ConnectToPeer.Command(remote, Optional.empty(), Optional.empty(), true));
  }

  OngoingTransfer send(int port, String path) throws InterruptedException {
    List<OngoingTransfer> transfers = sendAll(port, path);
    return transfers.getFirst();
  }

  List<OngoingTransfer> sendAll(int port, String... paths) throws InterruptedException {
    return device
        .sendFiles()
        .send(
            new SendFiles.Command(
                port,
                Stream.of(paths).map(FileReference::new).toList(),
                Selection.ALL,
                new ChunkSize(1024),
                lanes,
                Optional.empty(),
                verify,
                PATIENCE,
                false));
  }

  /** Whether this side wants digests to be compared. */
  boolean verify;

  OngoingTransfer receive(String path) throws InterruptedException {
    return receive(path, Destination.ExistingFile.KEEP);
  }

  OngoingTransfer receive(String path, Destination.ExistingFile policy)
      throws InterruptedException {
    return receive(new Destination(new FileReference(path), policy));
  }

  OngoingTransfer receive(Destination destination) throws InterruptedException {
    return device
        .receiveFiles()
        .receive(
            new ReceiveFiles.Command(
                destination, Optional.empty(), PATIENCE, Optional.empty(), verify, false));
  }

  /** How this device presents itself to others. */
  PresentedDevice presented() {
    return new PresentedDevice(
        identity.credentials(),
        settings.deviceName(),
        identity.identity().wrappingKey(),
        Optional.empty());
  }

  void pin(TestDevice other) {
    trust.pin(PinnedDevice.at(other.presented(), Instant.EPOCH));
  }

  @Override
  public void close() {
    device.close();
  }
}
