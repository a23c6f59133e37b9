package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The writing half of a session: messages leave in order, none waits for the network, and silence
 * is filled with signs of life. Thread-safe.
 */
final class Outbox {
  /**
   * A peer that makes this side answer more than it reads is cut off. An offer of a million files
   * is 2,000 messages.
   */
  private static final int CAPACITY = 4_096;

  private final SecureChannel channel;
  private final MessageCodec codec;
  private final Timeouts timeouts;
  private final BlockingQueue<Optional<ControlMessage>> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean closed;

  Outbox(SecureChannel channel, MessageCodec codec, Timeouts timeouts) {
    this.channel = channel;
    this.codec = codec;
    this.timeouts = timeouts;
  }

  /** Queues a message; dropped once closed. */
  void send(ControlMessage message) {
    if (!closed && !queue.offer(Optional.of(message))) {
      channel.close();
    }
  }

  /** Lets what is queued go out and then ends {@link #run}. */
  void close() {
    closed = true;
    if (!queue.offer(Optional.empty())) {
      channel.close();
    }
  }

  /** Begins to write, in the background; where that can't be, the channel is closed. */
  void start() {
    try {
      Threads.start("outbox", this::run);
    } catch (Error e) {
      // Too many threads: the reading half finds the channel closed.
      channel.close();
      done.countDown();
    }
  }

  /** Writes until closed; the channel is left open unless it broke. */
  private void run() {
    try {
      for (boolean open = true; open; ) {
        Optional<ControlMessage> next =
            queue.poll(timeouts.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        open = next == null || next.isPresent();
        if (open) {
          codec.write(
              next == null ? new ControlMessage.Heartbeat() : next.orElseThrow(),
              channel,
              closed ? timeouts.farewell() : timeouts.message());
        }
      }
    } catch (RuntimeException | Error | InterruptedException e) {
      // The reading half finds the channel closed, and says why the session ended.
      channel.close();
    } finally {
      done.countDown();
    }
  }

  /** Waits until everything has gone out, or for the time of a farewell. */
  void await() {
    Threads.await(done, timeouts.farewell());
  }
}
