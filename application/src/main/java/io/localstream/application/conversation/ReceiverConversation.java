package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import java.nio.ByteBuffer;
import java.util.List;

/** The receiving side: accept, get the key, verify and store, publish, send the receipt. */
final class ReceiverConversation extends TransferConversation {
  private final IncomingTree files;

  /**
   * @param files taken over: closed when the conversation ends
   */
  ReceiverConversation(
      PeerLine line, TransferTrack track, IncomingTree files, ConversationPorts ports) {
    super(line, track, ports);
    this.files = files;
  }

  @Override
  void converse() throws InterruptedException {
    List<FileReference> saved;
    try (files) {
      track.update(Transfer::accept);
      receive();
      track.mailbox().check();
      saved = files.commit();
    }
    line.send(ControlMessage.Status.of(StatusFlag.TRANSFER_COMPLETE, id()));
    track.update(transfer -> transfer.complete(saved));
  }

  private void receive() throws InterruptedException {
    Offer offer = track.current().offer();
    try (LaneOpening opening = line.openLane()) {
      track.mailbox().onFailure(opening::close);
      line.send(new ControlMessage.Accept(offer.id(), opening.tickets()));
      ControlMessage.ContentKey content = expect(ControlMessage.ContentKey.class);
      try (TransferKey key = ports.encryption().unwrap(content.wrappedKey(), offer.id());
          ChunkOpener opener =
              ports.encryption().opener(key, new LaneContext(offer.id(), offer.attempt(), 0));
          Link lane = openLane(opening, content)) {
        overLane(lane, () -> store(offer.plan(), opener, lane));
      }
    }
  }

  private Link openLane(LaneOpening opening, ControlMessage.ContentKey content)
      throws InterruptedException {
    try {
      return opening.open(content.tickets(), ports.timeouts().lane());
    } catch (LocalStreamException e) {
      track.mailbox().check();
      throw e;
    }
  }

  private void store(ChunkPlan plan, ChunkOpener opener, Link lane) {
    int headerBytes = ports.framing().headerBytes();
    ByteBuffer plain = ByteBuffer.allocate(plan.header(0).plainBytes());
    ByteBuffer frame = ByteBuffer.allocate(headerBytes + plain.capacity() + opener.overheadBytes());
    long received = 0;
    for (long index = 0; index < plan.count(); index++) {
      track.mailbox().check();
      ChunkHeader header = readHeader(lane, frame.clear().limit(headerBytes));
      if (!header.equals(plan.header(index))) {
        throw new LocalStreamException(
            FailureCode.PROTOCOL_VIOLATION, "content came in a form that was not agreed");
      }
      frame.limit(headerBytes + header.plainBytes() + opener.overheadBytes());
      fill(lane, frame);
      frame.position(headerBytes);
      opener.open(frame.slice(0, headerBytes), frame, plain.clear());
      files.write(plan.offset(index), plain.flip());
      received += header.plainBytes();
      long total = received;
      track.update(transfer -> transfer.progress(total));
    }
  }

  private ChunkHeader readHeader(Link lane, ByteBuffer frame) {
    fill(lane, frame);
    return ports.framing().decode(frame.duplicate().flip());
  }

  private void fill(Link lane, ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      if (lane.read(buffer, ports.timeouts().message()) < 0) {
        throw new LocalStreamException(
            FailureCode.LINK_BROKEN, "the data connection ended before everything had come");
      }
    }
  }
}
