package io.localstream.application.conversation;

import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.Offer;
import java.nio.ByteBuffer;

/** Reads, seals and sends: what every lane of a sender does. Thread-safe. */
final class Outflow implements LaneGroup.Work {
  /**
   * Content is read, sealed and handed over in pieces of this size: small enough for a core's own
   * cache, and for a slow network not to be taken for a dead one.
   */
  private static final int PIECE_BYTES = 128 << 10;

  private final Offer offer;
  private final ChunkPlan plan;
  private final OutgoingTree files;
  private final TransferKey key;
  private final ConversationPorts ports;
  private final ChunkDealer dealer;
  private final SpoiltNews spoilt;

  /** What is sent, and how it is kept secret. */
  record Content(Offer offer, OutgoingTree files, TransferKey key) {}

  Outflow(Content content, ChunkDealer dealer, SpoiltNews spoilt, ConversationPorts ports) {
    this.offer = content.offer();
    this.plan = offer.plan();
    this.files = content.files();
    this.key = content.key();
    this.dealer = dealer;
    this.spoilt = spoilt;
    this.ports = ports;
  }

  @Override
  public long bytesPerLane() {
    return 2L * pieceBytes();
  }

  @Override
  public boolean isDone() {
    return dealer.isAllStored();
  }

  private int pieceBytes() {
    return Math.min(PIECE_BYTES, plan.plainBytes(0));
  }

  @Override
  public void carry(int lane, Link link) throws InterruptedException {
    LaneContext context = new LaneContext(offer.id(), offer.attempt(), lane);
    try (ChunkSealer sealer = ports.encryption().sealer(key, context)) {
      Writer writer = new Writer(lane, link, sealer);
      for (long index = dealer.take(lane); index != ChunkDealer.NONE; index = dealer.take(lane)) {
        writer.send(index);
      }
    }
  }

  /** One lane with its buffers. */
  private final class Writer {
    private final int lane;
    private final Link link;
    private final ChunkSealer sealer;
    private final ByteBuffer header = ByteBuffer.allocate(ports.framing().headerBytes());
    private final ByteBuffer plain = ByteBuffer.allocate(pieceBytes());
    private final ByteBuffer frame;

    Writer(int lane, Link link, ChunkSealer sealer) {
      this.lane = lane;
      this.link = link;
      this.sealer = sealer;
      frame = ByteBuffer.allocate(header.capacity() + plain.capacity() + sealer.overheadBytes());
    }

    void send(long index) throws InterruptedException {
      ChunkHeader chunk = plan.header(index);
      ports.framing().encode(chunk, header.clear());
      frame.clear().put(header.flip());
      sealer.begin(header.rewind(), chunk.plainBytes());
      int done = 0;
      do {
        int length = Math.min(plain.capacity(), chunk.plainBytes() - done);
        if (length > 0) {
          fill(plan.offset(index) + done, plain.clear().limit(length));
        }
        plain.position(0).limit(length);
        done += length;
        sealer.seal(plain, frame);
        link.write(frame.flip(), ports.timeouts().message());
        dealer.wrote(lane, length);
        frame.clear();
      } while (done < chunk.plainBytes());
    }

    /** What is not content does not leave before the receiver knows that it is none. */
    private void fill(long streamOffset, ByteBuffer buffer) throws InterruptedException {
      if (!files.read(streamOffset, buffer)) {
        spoilt.awaitHeard();
      }
    }
  }
}
