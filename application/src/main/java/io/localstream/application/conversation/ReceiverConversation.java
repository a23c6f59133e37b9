package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
   */
  record Incoming(IncomingTree files, LaneWish limit) {}

  @Override
  void converse() throws InterruptedException {
    List<FileReference> saved;
    try (IncomingTree files = incoming.files()) {
      track.update(Transfer::accept);
      receive();
      track.mailbox().check();
      saved = files.commit();
    }
    line.send(ControlMessage.Status.of(StatusFlag.TRANSFER_COMPLETE, id()));
    track.update(transfer -> transfer.progress(transfer.totalBytes()).complete(saved));
  }

  private void receive() throws InterruptedException {
    long bytes = Inflow.bytesPerLane(track.current().offer());
    while (!line.buffers().tryReserve(bytes)) {
      track.mailbox().take(Patience.MOMENT);
    }
    try {
      receiveReserved();
    } finally {
      line.buffers().release(bytes);
    }
  }

  private void receiveReserved() throws InterruptedException {
    Offer offer = track.current().offer();
    try (LaneSource source = line.lanes(new LaneWish(offer.lanes()).and(incoming.limit()))) {
      line.send(new ControlMessage.Accept(offer.id(), source.tickets()));
      ControlMessage.ContentKey content = expect(ControlMessage.ContentKey.class);
      try (TransferKey key = ports.encryption().unwrap(content.wrappedKey(), offer.id())) {
        Inflow flow =
            new Inflow(new Inflow.Content(offer, incoming.files(), key), track.mailbox(), ports);
        LaneGroup lanes = new LaneGroup(flow, track.mailbox(), line.buffers());
        try {
          track.mailbox().onFailure(lanes::abort);
          source.begin(content.tickets(), lanes);
          new Attendance(flow, source, lanes).untilComplete();
        } finally {
          lanes.finish();
        }
      }
    }
  }

  /** Looks after the lanes. */
  private final class Attendance {
    private final Inflow flow;
    private final LaneSource source;
    private final LaneGroup lanes;
    private final Replacements replacements;
    private final Set<Integer> over = new HashSet<>();
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

    void untilComplete() throws InterruptedException {
      long signs = -1;
      while (!flow.isComplete()) {
        await(lanes, patience).ifPresent(this::hear);
        lanes.drainEnded().forEach(this::ended);
        if (signs != flow.signs()) {
          signs = flow.signs();
          patience.renew();
        }
        flow.news().forEach(line::send);
        track.reach(flow.bytes());
      }
    }

    private void hear(ControlMessage message) {
      switch (message) {
        case ControlMessage.LaneBroken(var _, int lane) -> {
          lanes.end(requireLane(lane));
          if (!lanes.isOpen(lane)) {
            ended(lane);
          }
        }
        case ControlMessage.NewLane(var _, int lane, var ticket) ->
            source.add(requireLane(lane), ticket);
        default -> throw outOfTurn();
      }
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
