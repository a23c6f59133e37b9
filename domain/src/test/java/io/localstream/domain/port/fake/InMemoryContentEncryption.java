package io.localstream.domain.port.fake;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Encryption of a kind that notices every mix-up and hides nothing: keys are numbers, content is
 * XORed with a byte, checksums stand for authentication. NOT secure. A test can ask whether
 * everything was closed. Safe for several threads.
 */
public final class InMemoryContentEncryption implements ContentEncryption {
  /** The key of a recipient that {@link #wrap} refuses. */
  public static final PublicKey UNUSABLE_KEY = new PublicKey(new byte[] {0});

  private static final AtomicLong NEXT_KEY = new AtomicLong(1);
  private static final int WRAPPED_BYTES = 2 * Long.BYTES;
  private static final int PIECE_MULTIPLE = 16;

  private final PublicKey own;
  private final AtomicInteger openKeys = new AtomicInteger();
  private final AtomicInteger openLanes = new AtomicInteger();

  /**
   * Makes the encryption of one device.
   *
   * @param own the key under which others wrap for this device
   */
  public InMemoryContentEncryption(PublicKey own) {
    this.own = own;
  }

  /** How many keys were made or unwrapped here and not closed. */
  public int openKeys() {
    return openKeys.get();
  }

  /** How many sealers and openers were made here and not closed. */
  public int openLanes() {
    return openLanes.get();
  }

  /** Nothing here gets faster. */
  @Override
  public void prepare() {}

  @Override
  public TransferKey newKey() {
    return new Key(NEXT_KEY.getAndIncrement());
  }

  @Override
  public byte[] wrap(TransferKey key, PublicKey recipient, TransferId transfer) {
    long number = own(key).number();
    if (recipient.equals(UNUSABLE_KEY)) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION, "the peer's key can't be used; update the peer");
    }
    return ByteBuffer.allocate(WRAPPED_BYTES)
        .putLong(number)
        .putLong(wrapSum(number, recipient, transfer))
        .array();
  }

  @Override
  public TransferKey unwrap(byte[] wrapped, TransferId transfer) {
    ByteBuffer buffer = ByteBuffer.wrap(wrapped);
    if (wrapped.length == WRAPPED_BYTES) {
      long number = buffer.getLong();
      if (buffer.getLong() == wrapSum(number, own, transfer)) {
        return new Key(number);
      }
    }
    throw new LocalStreamException(
        FailureCode.CONTENT_DAMAGED, "the transfer's key can't be unwrapped; send again");
  }

  private static long wrapSum(long number, PublicKey recipient, TransferId transfer) {
    return sum(number, recipient.hashCode(), transfer.hashCode());
  }

  @Override
  public ChunkSealer sealer(TransferKey key, LaneContext lane) {
    Key own = own(key);
    if (!own.sealed.add(lane)) {
      throw new IllegalStateException("a sealer was made of this key and context before");
    }
    return new Lane(own.number(), lane);
  }

  @Override
  public ChunkOpener opener(TransferKey key, LaneContext lane) {
    return new Lane(own(key).number(), lane);
  }

  private Key own(TransferKey key) {
    if (key instanceof Key known && known.maker() == this) {
      return known;
    }
    throw new IllegalArgumentException("the key was not made here");
  }

  private static long sum(long... values) {
    long sum = 7;
    for (long value : values) {
      sum = (sum ^ value) * 0x5851_F42D_4C95_7F2DL + 1;
    }
    return sum;
  }

  private final class Key implements TransferKey {
    private final long number;
    private final Set<LaneContext> sealed = new HashSet<>();
    private boolean closed;

    Key(long number) {
      this.number = number;
      openKeys.incrementAndGet();
    }

    InMemoryContentEncryption maker() {
      return InMemoryContentEncryption.this;
    }

    long number() {
      if (closed) {
        throw new IllegalStateException("the key is closed");
      }
      return number;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openKeys.decrementAndGet();
      }
    }
  }

  private final class Lane implements ChunkSealer, ChunkOpener {
    private final long key;
    private long counter;
    private byte[] begun = {};
    private @Nullable ByteBuffer content;
    private boolean closed;

    Lane(long number, LaneContext context) {
      key = sum(number, context.transfer().hashCode(), context.attempt(), context.lane());
      openLanes.incrementAndGet();
    }

    @Override
    public int overheadBytes() {
      return Long.BYTES;
    }

    @Override
    public void begin(ByteBuffer header, int plainBytes) {
      requireOpen();
      begun = take(header);
      content = ByteBuffer.allocate(plainBytes);
    }

    @Override
    public void seal(ByteBuffer plain, ByteBuffer sealed) {
      requireOpen();
      if (content == null) {
        throw new IllegalStateException("no chunk was begun");
      }
      int start = content.position();
      content.put(plain);
      byte[] piece = Arrays.copyOfRange(content.array(), start, content.position());
      if (content.hasRemaining() && piece.length % PIECE_MULTIPLE != 0) {
        throw new IllegalArgumentException("a piece in the middle of a chunk has an odd length");
      }
      sealed.put(mask(piece));
      if (!content.hasRemaining()) {
        sealed.putLong(tag(begun, content.array()));
        content = null;
        counter++;
      }
    }

    @Override
    public void open(ByteBuffer header, ByteBuffer sealed, ByteBuffer plain) {
      requireOpen();
      byte[] masked = new byte[Math.max(0, sealed.remaining() - Long.BYTES)];
      boolean complete = sealed.remaining() >= Long.BYTES;
      if (complete) {
        sealed.get(masked);
      }
      byte[] content = mask(masked);
      if (!complete || sealed.getLong() != tag(take(header), content)) {
        throw new LocalStreamException(
            FailureCode.CONTENT_DAMAGED, "a chunk is not what was sent; send again");
      }
      plain.put(content);
      counter++;
    }

    private long tag(byte[] header, byte[] content) {
      return sum(key, counter, Arrays.hashCode(header), Arrays.hashCode(content));
    }

    private byte[] mask(byte[] content) {
      for (int i = 0; i < content.length; i++) {
        content[i] ^= (byte) key;
      }
      return content;
    }

    private static byte[] take(ByteBuffer source) {
      byte[] bytes = new byte[source.remaining()];
      source.get(bytes);
      return bytes;
    }

    private void requireOpen() {
      if (closed) {
        throw new IllegalStateException("the lane is closed");
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openLanes.decrementAndGet();
      }
    }
  }
}
