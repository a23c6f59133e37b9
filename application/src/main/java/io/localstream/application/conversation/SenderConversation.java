package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import java.nio.ByteBuffer;
import java.util.List;

/** The sending side: offer, wait for a yes, share a key, seal and send, wait for the receipt. */
final class SenderConversation extends TransferConversation {
  /** Content is handed over in pieces, so that a slow network is not taken for a dead one. */
  private static final int PIECE_BYTES = 256 << 10;

  private final OutgoingTree files;

  /**
   * @param files taken over: closed when the conversation ends
   */
  SenderConversation(
      PeerLine line, TransferTrack track, OutgoingTree files, ConversationPorts ports) {
    super(line, track, ports);
    this.files = files;
  }

  @Override
  void converse() throws InterruptedException {
    try (files) {
      line.send(new ControlMessage.Offer(track.current().offer()));
      ControlMessage.Accept accept = expect(ControlMessage.Accept.class);
      track.update(Transfer::accept);
      send(accept);
      awaitReceipt();
    }
    track.update(transfer -> transfer.complete(List.of()));
  }

  private void send(ControlMessage.Accept accept) throws InterruptedException {
    Offer offer = track.current().offer();
    try (LaneOpening opening = line.openLane();
        TransferKey key = ports.encryption().newKey()) {
      track.mailbox().onFailure(opening::close);
      byte[] wrapped = ports.encryption().wrap(key, line.peer().wrappingKey(), offer.id());
      line.send(new ControlMessage.ContentKey(offer.id(), wrapped, opening.tickets()));
      try (ChunkSealer sealer =
              ports.encryption().sealer(key, new LaneContext(offer.id(), offer.attempt(), 0));
          Link lane = openLane(opening, accept)) {
        overLane(lane, () -> stream(offer.plan(), sealer, lane));
      }
    }
  }

  private Link openLane(LaneOpening opening, ControlMessage.Accept accept)
      throws InterruptedException {
    try {
      return opening.open(accept.tickets(), ports.timeouts().lane());
    } catch (LocalStreamException e) {
      track.mailbox().check();
      throw e;
    }
  }

  private void stream(ChunkPlan plan, ChunkSealer sealer, Link lane) {
    int headerBytes = ports.framing().headerBytes();
    ByteBuffer plain = ByteBuffer.allocate(plan.header(0).plainBytes());
    ByteBuffer frame = ByteBuffer.allocate(headerBytes + plain.capacity() + sealer.overheadBytes());
    long sent = 0;
    for (long index = 0; index < plan.count(); index++) {
      track.mailbox().check();
      ChunkHeader header = plan.header(index);
      plain.clear().limit(header.plainBytes());
      files.read(plan.offset(index), plain);
      if (header.last()) {
        // Before the last chunk leaves: without it the receiver publishes nothing.
        files.verifyUnchanged();
      }
      frame.clear();
      ports.framing().encode(header, frame);
      sealer.seal(frame.slice(0, headerBytes), plain.flip(), frame);
      write(lane, frame.flip());
      sent += header.plainBytes();
      long total = sent;
      track.update(transfer -> transfer.progress(total));
    }
  }

  private void write(Link lane, ByteBuffer frame) {
    int end = frame.limit();
    while (frame.position() < end) {
      frame.limit(Math.min(end, frame.position() + PIECE_BYTES));
      lane.write(frame, ports.timeouts().message());
    }
  }

  private void awaitReceipt() throws InterruptedException {
    ControlMessage.Status receipt = expect(ControlMessage.Status.class);
    if (receipt.flag() != StatusFlag.TRANSFER_COMPLETE) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION,
          line.peer().name().display() + " sent a message out of turn");
    }
  }
}
