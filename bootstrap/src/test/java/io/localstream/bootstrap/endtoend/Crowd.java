package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many connections to one port of this machine, from addresses that are not 127.0.0.1; those that
 * are sent away come back. One thread.
 */
final class Crowd implements AutoCloseable {
  private static final int ADDRESSES = 8;
  private static final int LOOK_MILLIS = 1;

  /** What a control channel and a lane begin with. */
  private static final byte[] FIRST = {0x16, 'L'};

  /** What each of them does. */
  enum Manner {
    /** Says nothing. */
    SILENT(2_000, 2_000),
    /** Says a byte a second, like one who begins a handshake or a lane. */
    SLOW(200, 1_000),
    /** Is gone as soon as it was let in. */
    FLEETING(512, 10_000);

    private final int atOnce;
    private final int perSecond;

    Manner(int atOnce, int perSecond) {
      this.atOnce = atOnce;
      this.perSecond = perSecond;
    }
  }

  private final Selector selector;
  private final InetSocketAddress target;
  private final Manner manner;
  private final int firstAddress;
  private final Thread thread;
  private final AtomicLong connected = new AtomicLong();
  private final AtomicLong sentAway = new AtomicLong();
  private final long begin = System.nanoTime();
  private volatile boolean over;
  private long dialled;
  private long nextBytes = begin;

  /**
   * Comes at once.
   *
   * @param firstAddress of 127.0.0.0/24, from where the crowd comes
   */
  Crowd(int port, Manner manner, int firstAddress) {
    target = new InetSocketAddress("127.0.0.1", port);
    this.manner = manner;
    this.firstAddress = firstAddress;
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().start(this::crowd);
  }

  /** How many connections were let in so far. */
  long connected() {
    return connected.get();
  }

  /** How it went so far. */
  @Override
  public String toString() {
    long perSecond = connected.get() * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
    return String.format(
        Locale.ROOT,
        "%s: %d connections, %d a second; %d were sent away",
        manner,
        connected.get(),
        perSecond,
        sentAway.get());
  }

  private void crowd() {
    try (selector) {
      while (!over) {
        dialSome();
        selector.select(this::happens, LOOK_MILLIS);
        if (manner == Manner.SLOW && System.nanoTime() - nextBytes > 0) {
          nextBytes += TimeUnit.SECONDS.toNanos(1);
          selector.keys().forEach(this::sayOneByte);
        }
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void dialSome() throws IOException {
    double seconds = (System.nanoTime() - begin) / 1e9;
    long allowed = (long) (manner.perSecond * seconds);
    int room = manner.atOnce - selector.keys().size();
    for (; room > 0 && dialled < allowed; room--) {
      dial();
    }
    // Who could not come in time does not come later all at once.
    dialled = Math.max(dialled, allowed - manner.perSecond / 10);
  }

  private void dial() throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      // With a reset at its end, a connection leaves no trace that would use the ports up.
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.bind(new InetSocketAddress("127.0.0." + (firstAddress + dialled % ADDRESSES), 0));
      dialled++;
      channel.register(selector, SelectionKey.OP_CONNECT, (int) (dialled % FIRST.length));
      channel.connect(target);
    } catch (IOException e) {
      channel.close();
    }
  }

  private void happens(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        connected.incrementAndGet();
        key.interestOps(SelectionKey.OP_READ);
        if (manner == Manner.FLEETING) {
          channel.close();
        }
      } else if (channel.read(ByteBuffer.allocate(64)) < 0) {
        sentAway.incrementAndGet();
        channel.close();
      }
    } catch (IOException e) {
      sentAway.incrementAndGet();
      close(channel);
    }
  }

  private void sayOneByte(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    if (!channel.isConnected()) {
      return;
    }
    try {
      boolean first = key.attachment() instanceof Integer;
      byte next = first ? FIRST[(Integer) key.attachment()] : 1;
      key.attach("has begun");
      channel.write(ByteBuffer.wrap(new byte[] {next}));
    } catch (IOException e) {
      sentAway.incrementAndGet();
      close(channel);
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
