package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.ReceivedChunks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Reads, verifies and stores: what every lane of a receiver does. Thread-safe. */
final class Inflow implements LaneGroup.Work {
  private static final int STEP_BYTES = 64 << 10;

  private final Offer offer;
  private final ChunkPlan plan;
  private final IncomingTree files;
  private final TransferKey key;
  private final ConversationPorts ports;
  private final Mailbox mailbox;
  private final ReceivedChunks received;
  private final Map<Integer, AtomicLong> storedOfLane = new ConcurrentHashMap<>();
  private final Map<Integer, Long> told = new HashMap<>();
  private final AtomicLong missing = new AtomicLong();
  private final AtomicLong storedBytes = new AtomicLong();
  private final AtomicLong signs = new AtomicLong();
  private final AtomicLong arrivedBytes = new AtomicLong();
  private final AtomicLong comingBytes = new AtomicLong();
  private final AtomicInteger storing = new AtomicInteger();

  /**
   * What is received, and how it is read.
   *
   * @param had chunks that need not come
   */
  record Content(Offer offer, List<ChunkRange> had, IncomingTree files, TransferKey key) {}

  Inflow(Content content, Mailbox mailbox, ConversationPorts ports) {
    this.offer = content.offer();
    this.plan = offer.plan();
    this.files = content.files();
    this.key = content.key();
    this.mailbox = mailbox;
    this.ports = ports;
    this.received = new ReceivedChunks(plan.count(), content.had());
    this.missing.set(plan.count() - content.had().stream().mapToLong(ChunkRange::count).sum());
    this.storedBytes.set(content.had().stream().mapToLong(plan::bytes).sum());
  }

  /** The memory that a lane of such an offer takes. */
  static long bytesPerLane(Offer offer) {
    return 2L * offer.plan().plainBytes(0);
  }

  @Override
  public long bytesPerLane() {
    return bytesPerLane(offer);
  }

  @Override
  public boolean isDone() {
    return isComplete();
  }

  /** Whether everything is stored. */
  boolean isComplete() {
    return missing.get() == 0;
  }

  /** How much of the content is stored. */
  long bytes() {
    return storedBytes.get();
  }

  /** As {@link #bytes}, and what has come of chunks that are not complete yet. */
  long comingBytes() {
    // In this order: what is stored meanwhile must not be counted twice.
    long coming = comingBytes.get();
    return Math.min(storedBytes.get() + coming, offer.manifest().totalBytes());
  }

  /** Changes whenever something comes, on any lane. */
  long signs() {
    return signs.get();
  }

  /** Changes whenever a chunk is stored, or some {@value #STEP_BYTES} bytes have come. */
  long progress() {
    return storedBytes.get() + arrivedBytes.get() / STEP_BYTES;
  }

  /** Whether the disk is at work; the sender may have to wait for it. */
  boolean isStoring() {
    return storing.get() > 0;
  }

  /** How many chunks of a lane are stored. */
  long storedOf(int lane) {
    AtomicLong count = storedOfLane.get(lane);
    return count == null ? 0 : count.get();
  }

  /** What is to be told of the lanes on which something was stored since this was last asked. */
  List<ControlMessage.Stored> news() {
    List<ControlMessage.Stored> news = new ArrayList<>();
    storedOfLane.forEach((lane, count) -> {
      long now = count.get();
      if (!Objects.equals(told.put(lane, now), now) && now > 0) {
        news.add(report(lane, false));
      }
    });
    return news;
  }

  /** What is to be told of a lane. */
  ControlMessage.Stored report(int lane, boolean over) {
    return new ControlMessage.Stored(offer.id(), lane, storedOf(lane), over);
  }

  @Override
  public void carry(int lane, Link link) {
    AtomicLong count = storedOfLane.computeIfAbsent(lane, _ -> new AtomicLong());
    LaneContext context = new LaneContext(offer.id(), offer.attempt(), lane);
    try (ChunkOpener opener = ports.encryption().opener(key, context)) {
      Reader reader = new Reader(link, opener);
      while (!isComplete()) {
        reader.receive();
        // In this order: who has been told of all of them may say that it was all.
        boolean last = missing.decrementAndGet() == 0;
        count.incrementAndGet();
        if (last) {
          mailbox.nudge();
        }
      }
    }
  }

  /** One lane with its buffers. */
  private final class Reader {
    private final Link link;
    private final ChunkOpener opener;
    private final ByteBuffer header = ByteBuffer.allocate(ports.framing().headerBytes());
    private final ByteBuffer plain = ByteBuffer.allocate(plan.plainBytes(0));
    private final ByteBuffer sealed;

    Reader(Link link, ChunkOpener opener) {
      this.link = link;
      this.opener = opener;
      sealed = ByteBuffer.allocate(plain.capacity() + opener.overheadBytes());
    }

    /** Takes one chunk from the lane to its place. */
    void receive() {
      fill(header.clear(), false);
      ChunkHeader chunk = ports.framing().decode(header.flip());
      if (chunk.index() >= plan.count() || !chunk.equals(plan.header(chunk.index()))) {
        throw violation("content came in a form that was not agreed");
      }
      try {
        fill(sealed.clear().limit(chunk.plainBytes() + opener.overheadBytes()), true);
      } finally {
        comingBytes.addAndGet(-sealed.position());
      }
      opener.open(header.rewind(), sealed.flip(), plain.clear());
      note(chunk.index());
      storing.incrementAndGet();
      try {
        files.write(plan.offset(chunk.index()), plain.flip());
      } finally {
        storing.decrementAndGet();
      }
      storedBytes.addAndGet(chunk.plainBytes());
    }

    private void note(long index) {
      try {
        if (!received.add(index)) {
          throw violation("a piece of content came twice");
        }
      } catch (IllegalStateException e) {
        throw violation("content came in too scattered an order");
      }
    }

    /**
     * @param content whether it counts as content that comes
     */
    private void fill(ByteBuffer buffer, boolean content) {
      while (buffer.hasRemaining()) {
        int bytes = read(buffer);
        if (content) {
          comingBytes.addAndGet(Math.max(0, bytes));
        }
        if (bytes < 0) {
          throw new LocalStreamException(
              FailureCode.LINK_BROKEN, "the data connection ended before everything had come");
        }
      }
    }

    /** Waits as long as something comes on any lane: a lane may well have nothing to carry. */
    private int read(ByteBuffer buffer) {
      while (true) {
        long before = signs.get();
        try {
          int bytes = link.read(buffer, ports.timeouts().message());
          signs.incrementAndGet();
          arrivedBytes.addAndGet(bytes);
          return bytes;
        } catch (LocalStreamException e) {
          if (e.code() != FailureCode.TIMED_OUT || before == signs.get()) {
            throw e;
          }
        }
      }
    }
  }

  private static LocalStreamException violation(String what) {
    return new LocalStreamException(FailureCode.PROTOCOL_VIOLATION, what);
  }
}
