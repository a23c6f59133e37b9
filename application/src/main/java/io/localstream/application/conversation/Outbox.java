package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The writing half of a session: messages leave in order, none waits for the network, and silence
 * is filled with signs of life. Thread-safe; {@link #run} is for one thread.
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

  /** Writes until closed; the channel is left open unless it broke. */
  void run() {
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
    } catch (LocalStreamException | InterruptedException e) {
      // The reading half finds the channel closed, and says why the session ended.
      channel.close();
    }
  }
}
