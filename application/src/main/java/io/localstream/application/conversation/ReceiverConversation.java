package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.SpoiltReason;
import io.localstream.domain.transfer.Transfer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
   * @param limit of lanes
   * @param whenKept told once another transfer could go on with what has come
   */
  record Incoming(IncomingTree files, LaneWish limit, Runnable whenKept) {}

  @Override
  void converse() throws InterruptedException {
    IncomingTree.Arrival arrival;
    try (IncomingTree files = incoming.files()) {
      track.update(Transfer::accept);
      Map<Integer, SpoiltReason> spoilt = receive();
      track.mailbox().check();
      arrival = files.commit(spoilt.keySet());
      List<MissingEntry> missing = new ArrayList<>(arrival.missing());
      spoilt.forEach((entry, reason) -> missing.add(missing(entry, reason)));
      arrival = new IncomingTree.Arrival(arrival.saved(), arrival.kept(), missing);
    }
    line.send(ControlMessage.Status.of(StatusFlag.TRANSFER_COMPLETE, id()));
    complete(arrival);
  }

  private MissingEntry missing(int entry, SpoiltReason reason) {
    return SpoiltParts.missing(
        incoming.files().destination().value()
            + "/"
            + track.current().offer().manifest().entries().get(entry).path().value(),
        reason,
        line.peer().name().display());
  }

  private void complete(IncomingTree.Arrival arrival) {
    track.update(transfer ->
        transfer.progress(transfer.totalBytes()).complete(arrival.saved(), arrival.missing()));
  }

  private Map<Integer, SpoiltReason> receive() throws InterruptedException {
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

  private Map<Integer, SpoiltReason> receiveReserved() throws InterruptedException {
    Offer offer = track.current().offer();
    List<ChunkRange> had = had(offer.plan());
    try (LaneSource source = line.lanes(new LaneWish(offer.lanes()).and(incoming.limit()))) {
      line.send(new ControlMessage.Accept(offer.id(), source.tickets(), had));
      ControlMessage.ContentKey content = expect(ControlMessage.ContentKey.class);
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

  private Map<Integer, SpoiltReason> receive(
      LaneSource source, ControlMessage.ContentKey keyMessage, Inflow.Content content)
      throws InterruptedException {
    Inflow flow = new Inflow(content, track.mailbox(), ports);
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
    private boolean sent;
    private final Patience patience =
        new Patience(
            ports.timeouts().message(),
            line.peer().name().display() + " has sent nothing for too long");

    Attendance(Inflow flow, LaneSource source, LaneGroup lanes) {
      this.flow = flow;
      this.source = source;
      this.lanes = lanes;
      this.replacements = new Replacements(ReceiverConversation.this, source, lanes);
    }

    /** What is spoilt, once everything has come and the sender has looked at its files again. */
    Map<Integer, SpoiltReason> untilSent() throws InterruptedException {
      long signs = -1;
      while (!sent) {
        await(lanes, patience).ifPresent(this::hear);
        lanes.drainEnded().forEach(this::ended);
        if (signs != flow.signs()) {
          signs = flow.signs();
          patience.renew();
        }
        flow.news().forEach(line::send);
        track.reach(flow.bytes());
      }
      return spoilt;
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
        case ControlMessage.Spoilt(var _, var entries) when flow.isComplete() -> spoil(entries);
        case ControlMessage.Sent _ when flow.isComplete() -> sent = true;
        default -> throw outOfTurn();
      }
    }

    private void spoil(Map<Integer, SpoiltReason> entries) {
      List<ManifestEntry> all = track.current().offer().manifest().entries();
      for (int entry : entries.keySet()) {
        if (entry < 0 || entry >= all.size()) {
          throw outOfTurn();
        }
      }
      spoilt.putAll(entries);
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
