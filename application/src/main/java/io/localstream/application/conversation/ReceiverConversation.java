package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Digests;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.SpoiltReason;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.UnsavedReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The receiving side: accept, get the key, verify and store, publish, send the receipt. */
final class ReceiverConversation extends TransferConversation {
  private final Incoming incoming;

  ReceiverConversation(
      PeerLine line, TransferTrack track, Incoming incoming, ConversationPorts ports) {
    super(line, track, ports);
    this.incoming = incoming;
  }

  /**
   * What the person said to the offer.
   *
   * @param files taken over: closed when the conversation ends
   * @param wish the person's
   * @param whenKept told once another transfer could go on with what has come
   */
  record Incoming(IncomingTree files, ReceivingWish wish, Runnable whenKept) {}

  @Override
  void converse() throws InterruptedException {
    Came came;
    IncomingTree.Arrival arrival;
    try (IncomingTree files = incoming.files()) {
      track.update(Transfer::accept);
      came = receive();
      track.mailbox().check();
      arrival = files.commit(came.missing()).lacking(came.missing());
    }
    UnsavedEntries unsaved = UnsavedEntries.of(arrival, incoming.wish().leftOut());
    NameNews.tell(incoming.files(), track, line);
    new ReceiptSigning(line, track, ports.content().notary())
        .sign(unsaved, came.digest(unsaved.all()));
    line.send(ControlMessage.Status.of(StatusFlag.TRANSFER_COMPLETE, id()));
    complete(arrival, unsaved);
  }

  /**
   * What has come.
   *
   * @param missing what has not
   * @param comparison null where nothing was to be compared
   */
  private record Came(MissingEntries missing, @Nullable Comparison comparison) {
    @Nullable ContentDigest digest(EntrySet unsaved) {
      return comparison == null ? null : comparison.sum(unsaved);
    }
  }

  private MissingEntry missing(int entry, SpoiltReason reason) {
    return SpoiltParts.missing(
        incoming.files().destination().value()
            + "/"
            + track.current().offer().manifest().path(entry),
        reason,
        line.peer().name().display());
  }

  private void complete(IncomingTree.Arrival arrival, UnsavedEntries unsaved) {
    Manifest manifest = track.current().offer().manifest();
    List<MissingEntry> missing = new ArrayList<>(arrival.missing());
    if (incoming.wish().verify()) {
      // What the person left out is not there to be verified.
      missing.addAll(
          Unverified.of(manifest, unsaved.with(UnsavedReason.HERE), "exists here already"));
    }
    track.update(transfer ->
        transfer
            .progress(transfer.totalBytes())
            .complete(arrival.saved(), missing, unsaved.tally(manifest, EntrySet.none())));
  }

  private Came receive() throws InterruptedException {
    long bytes = Inflow.bytesPerLane(track.current().offer());
    while (!line.buffers().tryReserve(bytes)) {
      track.mailbox().take(Patience.MOMENT);
    }
    try {
      return receiveReserved();
    } finally {
      line.buffers().release(bytes);
    }
  }

  private Came receiveReserved() throws InterruptedException {
    Offer offer = track.current().offer();
    List<ChunkRange> had = had(offer.plan());
    try (LaneSource source = line.lanes(new LaneWish(offer.lanes()).and(incoming.wish().lanes()))) {
      line.send(
          new ControlMessage.Accept(offer.id(), source.tickets(), had, incoming.wish().verify()));
      ControlMessage.ContentKey content = expectSoon(ControlMessage.ContentKey.class);
      try (TransferKey key = ports.encryption().unwrap(content.wrappedKey(), offer.id())) {
        return receive(source, content, new Inflow.Content(offer, had, incoming.files(), key));
      }
    }
  }

  /** Chunks that hold nothing which has to come. Where they are too scattered, some come again. */
  private List<ChunkRange> had(ChunkPlan plan) {
    List<ChunkRange> had = plan.within(incoming.files().stored());
    return had.subList(0, Math.min(had.size(), ControlMessage.Accept.MAX_HAD));
  }

  private Came receive(
      LaneSource source, ControlMessage.ContentKey keyMessage, Inflow.Content content)
      throws InterruptedException {
    Inflow flow = new Inflow(content, track.mailbox(), ports);
    track.begin(flow.bytes());
    LaneGroup lanes = new LaneGroup(flow, track.mailbox(), line.buffers());
    Checkpoints checkpoints = new Checkpoints(incoming, flow, track.mailbox());
    try {
      track.mailbox().onFailure(lanes::abort);
      source.begin(keyMessage.tickets(), lanes);
      return new Attendance(flow, source, lanes).untilSent();
    } catch (LocalStreamException | InterruptedException e) {
      lanes.finish();
      checkpoints.last(e);
      throw e;
    } finally {
      lanes.finish();
      checkpoints.finish();
    }
  }

  /** Looks after the lanes. */
  private final class Attendance {
    private final Inflow flow;
    private final LaneSource source;
    private final LaneGroup lanes;
    private final Replacements replacements;
    private final Set<Integer> over = new HashSet<>();
    private final Map<Integer, SpoiltReason> spoilt = new TreeMap<>();
    private final @Nullable Comparison comparison;
    private boolean sent;
    private final Patience patience =
        new Patience(
            ports.ticker(),
            ports.timeouts().message(),
            line.peer().name().display() + " has sent nothing for too long");
    private final Patience dawdling =
        new Patience(
            ports.ticker(),
            ports.timeouts().chunk(),
            line.peer().name().display()
                + " sends too slowly: next to nothing has come for too long");

    Attendance(Inflow flow, LaneSource source, LaneGroup lanes) {
      this.flow = flow;
      this.source = source;
      this.lanes = lanes;
      this.replacements = new Replacements(ReceiverConversation.this, source, lanes);
      this.comparison = comparison();
    }

    private @Nullable Comparison comparison() {
      Offer offer = track.current().offer();
      return offer.verify() || incoming.wish().verify()
          ? new Comparison(offer.manifest(), incoming.files(), ports.content().digester())
          : null;
    }

    /** Until everything has come and the sender has looked at its files again. */
    Came untilSent() throws InterruptedException {
      long signs = -1;
      long progress = flow.progress();
      while (!sent || isComparing()) {
        next().ifPresent(this::hear);
        lanes.drainEnded().forEach(this::ended);
        // When all is here, the sender may look at its files for as long as it lives.
        if (signs != flow.signs() || flow.isStoring() || flow.isComplete()) {
          signs = flow.signs();
          patience.renew();
        }
        if (progress != flow.progress() || flow.isStoring()) {
          progress = flow.progress();
          dawdling.renew();
        }
        flow.news().forEach(line::send);
        track.reach(flow.comingBytes());
      }
      return came();
    }

    private boolean isComparing() {
      return comparison != null && flow.isComplete() && !comparison.isDone();
    }

    private Optional<ControlMessage> next() throws InterruptedException {
      if (comparison != null && isComparing()) {
        // What the sender tells meanwhile must not pile up.
        Optional<ControlMessage> message = track.mailbox().take(Duration.ZERO);
        if (message.isEmpty()) {
          comparison.step();
        }
        return message;
      }
      Optional<ControlMessage> message = await(lanes, patience);
      if (message.isEmpty() && !flow.isComplete()) {
        dawdling.check();
      }
      return message;
    }

    private Came came() {
      Map<Integer, MissingEntry> missing = new TreeMap<>();
      if (comparison != null) {
        missing.putAll(comparison.different(line.peer().name().display()));
      }
      spoilt.forEach((entry, reason) -> {
        // What is not wanted here is not missed.
        if (incoming.files().isWanted(entry)) {
          missing.put(entry, missing(entry, reason));
        }
      });
      return new Came(MissingEntries.of(missing), comparison);
    }

    private void hear(ControlMessage message) {
      patience.renew();
      switch (message) {
        case ControlMessage.LaneBroken(var _, int lane) -> {
          lanes.end(requireLane(lane));
          if (!lanes.isOpen(lane)) {
            ended(lane);
          }
        }
        case ControlMessage.NewLane(var _, int lane, var ticket) ->
            source.add(requireLane(lane), ticket);
        case ControlMessage.Spoilt heard -> spoil(heard);
        case Digests digests when comparison != null && flow.isComplete() -> {
          if (!comparison.hear(digests.files())) {
            throw outOfTurn();
          }
        }
        case ControlMessage.Sent _ when isAllTold() -> sent = true;
        default -> throw outOfTurn();
      }
    }

    private boolean isAllTold() {
      return flow.isComplete() && (comparison == null || comparison.isTold());
    }

    /** From the answer on, the sender may send anything in the place of these. */
    private void spoil(ControlMessage.Spoilt heard) {
      int all = track.current().offer().manifest().size();
      heard
          .entries()
          .forEach((entry, reason) -> {
            if (entry >= all || spoilt.putIfAbsent(entry, reason) != null) {
              throw outOfTurn();
            }
            incoming.files().distrust(entry);
          });
      line.send(heard);
    }

    /** Tells what is stored of a lane that is over, and lets the sender open another. */
    private void ended(int lane) {
      if (flow.isComplete() || !over.add(lane)) {
        return;
      }
      line.send(flow.report(lane, true));
      replacements.inPlaceOf(lane, flow.storedOf(lane));
    }
  }
}
