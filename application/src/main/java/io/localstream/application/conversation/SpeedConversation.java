package io.localstream.application.conversation;

import io.localstream.application.speed.DeviceProbe;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.time.Deadline;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What both sides of a measurement have in common. */
abstract sealed class SpeedConversation permits SpeedAsking, SpeedAnswering {
  private static final LaneWish AS_OFFERED = new LaneWish(Optional.empty());

  final Setting setting;
  final TransferId id;
  final Mailbox mailbox = new Mailbox();
  private @Nullable Reception expected;

  /** What a measurement needs of its session, and of the device. */
  record Setting(
      PeerLine line, SessionTransfers transfers, ConversationPorts ports, SpeedDesk desk) {}

  /** A transfer that is received without a question. */
  private record Reception(int attempt, ScratchTarget target, Trial trial) {}

  SpeedConversation(Setting setting, TransferId id) {
    this.setting = setting;
    this.id = id;
  }

  final TransferId id() {
    return id;
  }

  final String peerName() {
    return setting.line().peer().name().display();
  }

  final void send(ControlMessage message) {
    setting.line().send(message);
  }

  /** The other side has said that it can't go on. */
  final void hear(StatusFlag flag) {
    if (flag != StatusFlag.APPROVAL_PENDING) {
      mailbox.fail(reason(flag), true);
    }
  }

  private LocalStreamException reason(StatusFlag flag) {
    return switch (flag) {
      case LIMIT_REACHED ->
          new LocalStreamException(
              FailureCode.LIMIT_REACHED,
              peerName() + " is being measured already; try again in a minute");
      case DECLINED ->
          new LocalStreamException(FailureCode.DECLINED, peerName() + " said no to being measured");
      default -> Replies.failure(flag, peerName());
    };
  }

  /** Ends it for a reason of this side's; the other side is told unless it has said so itself. */
  final LocalStreamException settle(LocalStreamException failure) {
    mailbox.fail(failure, false);
    if (!mailbox.peerKnows()) {
      send(ControlMessage.Status.of(Replies.flag(failure.code()), id));
    }
    return failure;
  }

  final LocalStreamException outOfTurn() {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION, peerName() + " sent a message out of turn");
  }

  final Deadline within(Duration longest) {
    return Deadline.in(setting.ports().ticker(), longest);
  }

  /** Sends over lanes that were agreed on, the network alone. */
  final void sendRandomly(LaneSource source, List<LaneTicket> tickets) throws InterruptedException {
    DeviceProbe probe = setting.desk().probe();
    overLanes(
        source,
        tickets,
        new RandomFlow.Sending(
            probe.randomBytes(RandomFlow.CHUNK_BYTES),
            setting.ports().framing(),
            probe.ticker(),
            probe.limits(),
            setting.ports().timeouts().message()));
  }

  /** Receives over lanes that were agreed on, the network alone. */
  final Measurement receiveRandomly(LaneSource source, List<LaneTicket> tickets)
      throws InterruptedException {
    DeviceProbe probe = setting.desk().probe();
    RandomFlow flow =
        new RandomFlow.Receiving(
            setting.ports().framing(),
            probe.ticker(),
            probe.limits(),
            setting.ports().timeouts().message());
    overLanes(source, tickets, flow);
    return flow.measured();
  }

  /** How this side comes to lanes of its own: as many as a transfer would have. */
  final LaneSource openLanes() {
    return setting.line().lanes(AS_OFFERED);
  }

  /** The one place where a measurement has lanes of its own. */
  private void overLanes(LaneSource source, List<LaneTicket> tickets, RandomFlow flow)
      throws InterruptedException {
    LaneGroup lanes = new LaneGroup(flow, mailbox, setting.line().buffers());
    try {
      mailbox.onFailure(lanes::abort);
      source.begin(tickets, lanes);
      Deadline deadline = within(setting.desk().probe().limits().patience());
      while (!flow.over()
          .await(deadline.leftUpTo(Patience.MOMENT).toNanos(), TimeUnit.NANOSECONDS)) {
        mailbox.check();
        lanes.hopeless().ifPresent(SpeedConversation::raise);
        if (deadline.isOver()) {
          throw new LocalStreamException(
              FailureCode.TIMED_OUT, "the network could not be measured in time; try again");
        }
      }
      mailbox.check();
    } finally {
      source.close();
      lanes.finish();
    }
  }

  private static void raise(LocalStreamException reason) {
    throw reason;
  }

  /**
   * Sends so much, as every transfer is sent.
   *
   * @param scratch holds what was written when {@code own} was measured; null where nothing was
   */
  final Measurement sendTrial(
      int attempt, long bytes, DeviceSpeed own, @Nullable ScratchFile scratch)
      throws InterruptedException {
    long fileBytes = own.disk().map(DiskSpeed::writing).map(Measurement::bytes).orElse(0L);
    ScratchSource source =
        new ScratchSource(
            fileBytes == 0 ? null : scratch,
            fileBytes,
            setting.desk().probe().randomBytes(ChunkSize.DEFAULT.bytes()),
            bytes);
    Trial trial = new Trial(setting.desk().probe().ticker());
    Offer offer =
        new Offer(
            id, attempt, source.manifest(), ChunkSize.DEFAULT, Optional.empty(), false, false);
    TransferTrack track = track(offer, Transfer.Direction.SENDING, trial);
    setting.transfers().add(track);
    mailbox.onFailure(track::cancel);
    Threads.start(
        "measured transfer",
        new SenderConversation(setting.line(), track, source, setting.ports())::run);
    return await(trial);
  }

  private Measurement await(Trial trial) throws InterruptedException {
    mailbox.onFailure(trial::abandon);
    trial.await(setting.desk().probe().limits().patience());
    mailbox.check();
    return trial.measured();
  }

  /** From now on the offer of such a transfer is taken without a question. */
  final Trial expectTrial(int attempt, ScratchTarget target) {
    Trial trial = new Trial(setting.desk().probe().ticker());
    synchronized (this) {
      expected = new Reception(attempt, target, trial);
    }
    return trial;
  }

  /** Waits until that transfer has come. */
  final Measurement receiveTrial(Trial trial) throws InterruptedException {
    try {
      return await(trial);
    } finally {
      Reception untaken = takeExpected();
      if (untaken != null) {
        untaken.target().close();
      }
    }
  }

  /** Receives what is offered where it is what is expected; whether it was. */
  final boolean takes(Offer offer) {
    Reception reception = takeExpected(offer);
    if (reception == null) {
      return false;
    }
    TransferTrack track = track(offer, Transfer.Direction.RECEIVING, reception.trial());
    if (!setting.transfers().offer(track)) {
      reception.target().close();
      return false;
    }
    mailbox.onFailure(track::cancel);
    Threads.start(
        "measured transfer",
        new ReceiverConversation(
                setting.line(),
                track,
                new ReceiverConversation.Incoming(reception.target(), nothingOf(offer), () -> {}),
                setting.ports())
            ::run);
    return true;
  }

  /** Nothing is kept, and the receipt says so. */
  private static ReceivingWish nothingOf(Offer offer) {
    return new ReceivingWish(AS_OFFERED, false, EntrySet.first(offer.manifest().size()));
  }

  private synchronized @Nullable Reception takeExpected(Offer offer) {
    Reception reception = expected;
    if (reception == null
        || !offer.id().equals(id)
        || offer.attempt() != reception.attempt()
        || offer.manifest().totalBytes() > setting.desk().probe().limits().stepBytes()) {
      return null;
    }
    expected = null;
    return reception;
  }

  private synchronized @Nullable Reception takeExpected() {
    Reception reception = expected;
    expected = null;
    return reception;
  }

  private TransferTrack track(Offer offer, Transfer.Direction direction, Trial trial) {
    PresentedDevice peer = setting.line().peer();
    return new TransferTrack(
        Transfer.offered(offer, direction, peer.id(), peer.name(), setting.line().now()),
        trial,
        setting.transfers()::remove);
  }
}
