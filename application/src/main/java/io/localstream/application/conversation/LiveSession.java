package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferSummary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A session while both sides are there: reads what the peer says, passes it to the transfer that it
 * is about, and notices when the peer is gone. Thread-safe; {@link #run} is for one thread.
 */
public final class LiveSession implements PeerLine {
  private final SecureChannel channel;
  private final Setting setting;
  private final ConversationPorts ports;
  private final SessionOwner owner;
  private final Outbox outbox;
  private final CountDownLatch over = new CountDownLatch(1);
  private final SessionTransfers transfers = new SessionTransfers();
  private final SessionSpeed speed;
  private final OfferAssembly assembly;
  private Session session;
  private volatile boolean closing;
  private volatile boolean broken;
  private volatile boolean wanted = true;

  /** What all sessions of a device share. */
  public record Setting(
      ConversationPorts ports,
      LaneMeans lanes,
      EventObserver observer,
      InstantSource clock,
      SpeedDesk speed) {}

  public LiveSession(SecureChannel channel, Session session, Setting setting, SessionOwner owner) {
    this.channel = channel;
    this.session = session;
    this.setting = setting;
    this.ports = setting.ports();
    this.owner = owner;
    this.outbox = new Outbox(channel, ports.codec(), ports.timeouts());
    this.assembly = new OfferAssembly(owner.offerSpace(), this);
    this.speed =
        new SessionSpeed(new SpeedConversation.Setting(this, transfers, ports, setting.speed()));
  }

  public synchronized Session session() {
    return session;
  }

  @Override
  public PresentedDevice peer() {
    return session().peer();
  }

  /** Whether it ended without anybody's wish, so that both sides may want it back. */
  public boolean isBroken() {
    return broken && session().restorable();
  }

  private String name() {
    return peer().name().display();
  }

  /**
   * Starts to send: offers the files to the peer and goes on in the background.
   *
   * @param whenEnded told of the end before anybody who waits for it
   */
  public TransferTrack send(Offer offer, OutgoingTree files, Consumer<TransferTrack> whenEnded) {
    TransferTrack track = track(offer, Transfer.Direction.SENDING);
    track.onEnd(whenEnded);
    WarmUp.begin(ports.encryption(), offer.manifest().totalBytes());
    transfers.add(track);
    begin(track, new SenderConversation(this, track, files, ports));
    return track;
  }

  /**
   * Starts to receive what was offered, in the background.
   *
   * @param files taken over: closed at the end
   * @param wish the person's
   * @param whenKept told once another transfer could go on with what has come
   */
  public void receive(
      TransferTrack offer, IncomingTree files, ReceivingWish wish, Runnable whenKept) {
    begin(
        offer,
        new ReceiverConversation(
            this, offer, new ReceiverConversation.Incoming(files, wish, whenKept), ports));
  }

  /** Says no to what was offered; the peer is told unless it withdrew the offer itself. */
  public void decline(TransferTrack offer, LocalStreamException reason) {
    offer.mailbox().fail(reason, false);
    if (!offer.mailbox().peerKnows()) {
      send(ControlMessage.Status.of(Replies.flag(reason.code()), offer.current().id()));
    }
    offer.fail(reason);
  }

  /** What measures the speed of this session. */
  public SessionSpeed speed() {
    return speed;
  }

  private void begin(TransferTrack track, TransferConversation conversation) {
    Threads.start("transfer " + track.current().id(), conversation::run);
  }

  private TransferTrack track(Offer offer, Transfer.Direction direction) {
    PresentedDevice peer = peer();
    return new TransferTrack(
        Transfer.offered(offer, direction, peer.id(), peer.name(), setting.clock().instant()),
        setting.observer(),
        this::ended);
  }

  private void ended(TransferTrack track) {
    Transfer transfer = track.current();
    if (!transfers.remove(track)) {
      return;
    }
    synchronized (this) {
      session = session.record(TransferSummary.of(transfer));
    }
    owner.changed(this);
  }

  @Override
  public void send(ControlMessage message) {
    outbox.send(message);
  }

  @Override
  public LaneSource lanes(LaneWish wish) {
    return setting.lanes().source(session(), wish, ports);
  }

  @Override
  public Instant now() {
    return setting.clock().instant();
  }

  @Override
  public ContentBuffers buffers() {
    return setting.lanes().buffers();
  }

  /**
   * Ends the session politely: says goodbye, and hangs up once the peer has, or after the time of a
   * farewell. Returns when it has ended and is recorded, or after another such time. Idempotent.
   */
  public void close() {
    endingRestorable(true);
  }

  /** As {@link #close}, and nobody wants the session back. */
  public void hangUp() {
    endingRestorable(false);
  }

  private void endingRestorable(boolean restorable) {
    wanted = wanted && restorable;
    closing = true;
    send(ControlMessage.Status.of(StatusFlag.GOODBYE));
    outbox.close();
    Threads.await(over, ports.timeouts().farewell());
    channel.close();
    Threads.await(over, ports.timeouts().farewell());
  }

  /** Holds the session until it ends; the channel is closed then. */
  public void run() {
    outbox.start();
    LocalStreamException reason =
        new Inbox(channel, ports.codec(), ports.timeouts(), name()).readUntilTheEnd(this::hear);
    try {
      end(closing ? new LocalStreamException(FailureCode.CLOSED, "closed", reason) : reason);
    } finally {
      outbox.await();
      channel.close();
      over.countDown();
    }
  }

  private void end(LocalStreamException end) {
    if (end.code() == FailureCode.PROTOCOL_VIOLATION) {
      send(ControlMessage.Status.of(StatusFlag.MESSAGE_MALFORMED));
    }
    outbox.close();
    broken = end.code() == FailureCode.LINK_BROKEN || end.code() == FailureCode.TIMED_OUT;
    try {
      assembly.abandon();
      transfers.endAll(end);
      speed.end(end);
    } finally {
      synchronized (this) {
        session = session.end(setting.clock().instant(), wanted && session.restorable());
      }
      owner.ended(this, end.code(), end.getMessage());
    }
  }

  private void hear(ControlMessage message) {
    switch (message) {
      case ControlMessage.Heartbeat _ -> {}
      case ControlMessage.Offer offer -> assembly.begin(offer);
      case ControlMessage.Entries entries -> assembly.add(entries).ifPresent(this::hearOffer);
      case ControlMessage.Accept accept -> deliver(accept.transfer(), accept);
      case ControlMessage.ContentKey key -> deliver(key.transfer(), key);
      // What is told of a transfer may cross with its end.
      case ControlMessage.OfTransfer told -> transfers.deliver(told.transfer(), told);
      case Measure measure -> speed.hear(measure);
      case Measured measured -> speed.hear(measured);
      case ControlMessage.Status(StatusFlag flag, Optional<TransferId> transfer) ->
          transfer.ifPresentOrElse(id -> hearStatus(flag, id), () -> hearStatus(flag));
      case ControlMessage.Hello _, Pairing _ ->
          send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNEXPECTED));
      case ControlMessage.Unrecognised _ ->
          send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNKNOWN));
    }
  }

  private void hearOffer(Offer offer) {
    OfferSpace.Share space = assembly.handOver();
    if (speed.takes(offer)) {
      space.release();
      return;
    }
    TransferTrack track = track(offer, Transfer.Direction.RECEIVING);
    track.onAnswer(space::release);
    WarmUp.begin(ports.encryption(), offer.manifest().totalBytes());
    if (transfers.offer(track)) {
      owner.offered(this, track);
    } else {
      space.release();
      send(ControlMessage.Status.of(transfers.whyNot(offer.id()), offer.id()));
    }
  }

  private void hearStatus(StatusFlag flag) {
    if (flag == StatusFlag.GOODBYE || flag == StatusFlag.MESSAGE_MALFORMED) {
      throw Replies.failure(flag, name());
    }
    if (flag == StatusFlag.MESSAGE_UNKNOWN) {
      speed.notUnderstood();
    }
    // Anything else needs no answer: replying to replies would never end.
  }

  private void hearStatus(StatusFlag flag, TransferId id) {
    if (speed.hears(flag, id)) {
      return;
    }
    if (flag == StatusFlag.TRANSFER_COMPLETE) {
      transfers.deliver(id, ControlMessage.Status.of(flag, id));
    } else {
      transfers.failedByPeer(id, Replies.failureOfTransfer(flag, name()));
    }
  }

  private void deliver(TransferId id, ControlMessage message) {
    if (!transfers.deliver(id, message)) {
      send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNEXPECTED, id));
    }
  }
}
