package io.localstream.application.conversation;

import io.localstream.domain.connection.Connection;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferSummary;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session while both sides are there: reads what the peer says, passes it to the transfer that it
 * is about, and notices when the peer is gone. Thread-safe; {@link #run} is for one thread.
 */
public final class LiveSession implements PeerLine {
  /** So many offers of one peer may wait for an answer. */
  private static final int MAX_OPEN_OFFERS = 64;

  /** A peer that is silent for so many heartbeats is gone. */
  private static final int SILENT_HEARTBEATS = 3;

  private final SecureChannel channel;
  private final Setting setting;
  private final ConversationPorts ports;
  private final SessionOwner owner;
  private final Outbox outbox;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<TransferId, TransferTrack> transfers = new ConcurrentHashMap<>();
  private Session session;
  private volatile boolean closing;
  private volatile @Nullable LocalStreamException lost;

  /** What all sessions of a device share. */
  public record Setting(
      ConversationPorts ports, LaneDesk lanes, EventObserver observer, InstantSource clock) {}

  public LiveSession(SecureChannel channel, Session session, Setting setting, SessionOwner owner) {
    this.channel = channel;
    this.session = session;
    this.setting = setting;
    this.ports = setting.ports();
    this.owner = owner;
    this.outbox = new Outbox(channel, ports.codec(), ports.timeouts());
  }

  public synchronized Session session() {
    return session;
  }

  @Override
  public PresentedDevice peer() {
    return session().peer();
  }

  private String name() {
    return peer().name().display();
  }

  /** Starts to send: offers the files to the peer and goes on in the background. */
  public TransferTrack send(Offer offer, OutgoingTree files) {
    TransferTrack track = track(offer, Transfer.Direction.SENDING);
    transfers.put(offer.id(), track);
    LocalStreamException end = lost;
    if (end != null) {
      track.mailbox().fail(end, true);
    }
    begin(track, new SenderConversation(this, track, files, ports));
    return track;
  }

  /** Starts to receive what was offered, in the background. */
  public void receive(TransferTrack offer, IncomingTree files) {
    begin(offer, new ReceiverConversation(this, offer, files, ports));
  }

  /** Says no to what was offered; the peer is told unless it withdrew the offer itself. */
  public void decline(TransferTrack offer, LocalStreamException reason) {
    offer.mailbox().fail(reason, false);
    if (!offer.mailbox().peerKnows()) {
      send(ControlMessage.Status.of(Replies.flag(reason.code()), offer.current().id()));
    }
    offer.fail(reason);
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
    if (!transfers.remove(transfer.id(), track)) {
      return;
    }
    Session changed;
    synchronized (this) {
      session = session.record(TransferSummary.of(transfer));
      changed = session;
    }
    owner.changed(changed);
  }

  @Override
  public void send(ControlMessage message) {
    outbox.send(message);
  }

  @Override
  public LaneOpening openLane() {
    return session().side() == Connection.Side.DIALLED
        ? new LaneOpening.Dialling(ports.transport(), session().remote())
        : new LaneOpening.Awaiting(setting.lanes(), setting.lanes().expect());
  }

  /**
   * Ends the session politely: says goodbye, and hangs up once the peer has, or after the time of a
   * farewell. Returns when it has ended and is recorded, or after another such time. Idempotent.
   */
  public void close() {
    closing = true;
    send(ControlMessage.Status.of(StatusFlag.GOODBYE));
    outbox.close();
    await(over);
    channel.close();
    await(over);
  }

  /** Holds the session until it ends; the channel is closed then. */
  public void run() {
    Thread writer = Threads.start("outbox", outbox::run);
    LocalStreamException reason = listenUntilTheEnd();
    LocalStreamException end =
        closing ? new LocalStreamException(FailureCode.CLOSED, "closed", reason) : reason;
    lost = end;
    outbox.close();
    transfers.values().forEach(track -> track.mailbox().fail(end, true));
    synchronized (this) {
      session = session.end(setting.clock().instant());
    }
    owner.ended(this, end.code(), end.getMessage());
    try {
      writer.join(ports.timeouts().farewell());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channel.close();
    over.countDown();
  }

  private void await(CountDownLatch latch) {
    try {
      latch.await(ports.timeouts().farewell().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LocalStreamException listenUntilTheEnd() {
    int silent = 0;
    while (true) {
      try {
        ControlMessage message =
            ports.codec().read(channel, ports.timeouts().heartbeat()).orElseThrow(this::gone);
        silent = 0;
        hear(message);
      } catch (LocalStreamException e) {
        if (e.code() != FailureCode.TIMED_OUT || closing) {
          return explain(e);
        }
        if (++silent >= SILENT_HEARTBEATS) {
          return new LocalStreamException(
              FailureCode.TIMED_OUT, name() + " does not answer any more", e);
        }
      } catch (RuntimeException e) {
        return new LocalStreamException(FailureCode.INTERNAL, "internal error: " + e, e);
      }
    }
  }

  private LocalStreamException gone() {
    return new LocalStreamException(
        FailureCode.LINK_BROKEN, name() + " is gone: the connection ended without a goodbye");
  }

  private LocalStreamException explain(LocalStreamException e) {
    return switch (e.code()) {
      case LINK_BROKEN ->
          new LocalStreamException(e.code(), name() + " is gone: the connection broke", e);
      case PROTOCOL_VIOLATION -> {
        send(ControlMessage.Status.of(StatusFlag.MESSAGE_MALFORMED));
        yield new LocalStreamException(
            e.code(), name() + " sent something that is not allowed: " + e.getMessage(), e);
      }
      default -> e;
    };
  }

  private void hear(ControlMessage message) {
    switch (message) {
      case ControlMessage.Heartbeat _ -> {}
      case ControlMessage.Offer(Offer offer) -> hearOffer(offer);
      case ControlMessage.Accept accept -> deliver(accept.transfer(), accept);
      case ControlMessage.ContentKey key -> deliver(key.transfer(), key);
      case ControlMessage.Status status -> hearStatus(status);
      case ControlMessage.Hello _ -> send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNEXPECTED));
      case ControlMessage.Unrecognised _ ->
          send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNKNOWN));
    }
  }

  private void hearOffer(Offer offer) {
    TransferTrack track = track(offer, Transfer.Direction.RECEIVING);
    if (transfers.size() >= MAX_OPEN_OFFERS || transfers.putIfAbsent(offer.id(), track) != null) {
      send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNEXPECTED, offer.id()));
      return;
    }
    owner.offered(this, track);
  }

  private void hearStatus(ControlMessage.Status status) {
    if (status.transfer().isEmpty()) {
      switch (status.flag()) {
        case GOODBYE -> throw Replies.failure(StatusFlag.GOODBYE, name());
        case MESSAGE_MALFORMED -> throw Replies.failure(StatusFlag.MESSAGE_MALFORMED, name());
        // Anything else needs no answer: replying to replies would never end.
        default -> {}
      }
      return;
    }
    TransferTrack track = transfers.get(status.transfer().get());
    if (track == null) {
      return;
    }
    if (status.flag() == StatusFlag.TRANSFER_COMPLETE) {
      track.mailbox().deliver(status);
    } else {
      track.mailbox().fail(Replies.failure(status.flag(), name()), true);
    }
  }

  private void deliver(TransferId id, ControlMessage message) {
    TransferTrack track = transfers.get(id);
    if (track == null) {
      send(ControlMessage.Status.of(StatusFlag.MESSAGE_UNEXPECTED, id));
    } else {
      track.mailbox().deliver(message);
    }
  }
}
