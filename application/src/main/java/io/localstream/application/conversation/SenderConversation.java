package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import java.util.List;
import java.util.Optional;

/** The sending side: offer, wait for a yes, share a key, seal and send, wait for the receipt. */
final class SenderConversation extends TransferConversation {
  private final OutgoingTree files;
  private final ChunkDealer dealer;

  /**
   * @param files taken over: closed when the conversation ends
   */
  SenderConversation(
      PeerLine line, TransferTrack track, OutgoingTree files, ConversationPorts ports) {
    super(line, track, ports);
    this.files = files;
    this.dealer = new ChunkDealer(track.current().offer().plan());
  }

  @Override
  void converse() throws InterruptedException {
    try (files) {
      line.send(new ControlMessage.Offer(track.current().offer()));
      ControlMessage.Accept accept = expect(ControlMessage.Accept.class);
      track.update(Transfer::accept);
      send(accept);
    }
    track.update(transfer -> transfer.progress(transfer.totalBytes()).complete(List.of()));
  }

  private void send(ControlMessage.Accept accept) throws InterruptedException {
    Offer offer = track.current().offer();
    try (LaneSource source = line.lanes(new LaneWish(offer.lanes()));
        TransferKey key = ports.encryption().newKey()) {
      byte[] wrapped = ports.encryption().wrap(key, line.peer().wrappingKey(), offer.id());
      line.send(new ControlMessage.ContentKey(offer.id(), wrapped, source.tickets()));
      Outflow flow = new Outflow(new Outflow.Content(offer, files, key), dealer, ports);
      LaneGroup lanes = new LaneGroup(flow, track.mailbox(), line.buffers());
      try {
        track.mailbox().onFailure(lanes::abort);
        source.begin(accept.tickets(), lanes);
        attend(source, lanes);
      } finally {
        dealer.close();
        lanes.finish();
      }
    }
  }

  /** Looks after the lanes until the receipt has come. */
  private void attend(LaneSource source, LaneGroup lanes) throws InterruptedException {
    Patience patience =
        new Patience(ports.timeouts().lane(), "the peer opened no data connection in time");
    Replacements replacements = new Replacements(this, source, lanes);
    SlowLane slowest = new SlowLane(dealer, lanes);
    while (true) {
      Optional<ControlMessage> message = await(lanes, patience);
      if (message.isPresent() && isReceipt(message.get())) {
        return;
      }
      message.ifPresent(each -> hear(each, source, lanes, replacements));
      lanes.drainEnded().forEach(this::lost);
      if (!lanes.isEmpty() || dealer.isAllStored()) {
        patience.renew();
      }
      slowest.look();
      track.reach(dealer.bytes());
    }
  }

  private boolean isReceipt(ControlMessage message) {
    if (message instanceof ControlMessage.Status(StatusFlag flag, var _)) {
      if (flag != StatusFlag.TRANSFER_COMPLETE || !dealer.isAllDealt()) {
        throw outOfTurn();
      }
      return true;
    }
    return false;
  }

  private void hear(
      ControlMessage message, LaneSource source, LaneGroup lanes, Replacements replacements) {
    switch (message) {
      case ControlMessage.Stored(var _, int lane, long chunks, boolean over) -> {
        boolean missed = !dealer.isAnyIdleBut(lane);
        dealer.stored(requireLane(lane), chunks, over);
        if (over) {
          lanes.end(lane);
        }
        if (over && missed && !dealer.isAllStored()) {
          replacements.inPlaceOf(lane, chunks);
        }
      }
      case ControlMessage.NewLane(var _, int lane, var ticket) ->
          source.add(requireLane(lane), ticket);
      default -> throw outOfTurn();
    }
  }

  private void lost(int lane) {
    if (!dealer.isOver(lane) && !dealer.isAllStored()) {
      line.send(new ControlMessage.LaneBroken(id(), lane));
    }
  }
}
