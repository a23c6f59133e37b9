package io.localstream.domain.port;

import io.localstream.domain.network.Endpoint;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A reliable, ordered stream of bytes in both directions between two endpoints.
 *
 * <p>One thread may read while another writes; two threads must not do the same at once. Buffers
 * are heap buffers with an accessible array.
 */
public interface Link extends AutoCloseable {
  /** This end. */
  Endpoint local();

  /** The other end. */
  Endpoint remote();

  /**
   * How long the way to the other end and back took when this end opened the link; empty where the
   * other end did.
   */
  default Optional<Duration> roundTrip() {
    return Optional.empty();
  }

  /**
   * Reads at least one byte, and as many as are there and fit.
   *
   * @param destination has at least one byte remaining; its position moves by what was read
   * @param timeout longest wait for the first byte, positive
   * @return the number of bytes read, or -1 when the other side has ended the stream in order
   * @throws io.localstream.domain.failure.LocalStreamException {@code TIMED_OUT}: nothing came; the
   *     link stays usable. {@code LINK_BROKEN}: the connection is lost. {@code CLOSED}: this side
   *     has closed it, before or during the call
   */
  int read(ByteBuffer destination, Duration timeout);

  /**
   * Writes all that remains in {@code source}; its position moves to its limit.
   *
   * @param timeout longest time for the whole call, positive
   * @throws io.localstream.domain.failure.LocalStreamException {@code TIMED_OUT}, {@code
   *     LINK_BROKEN} or {@code CLOSED}; the link can't be used any more
   */
  void write(ByteBuffer source, Duration timeout);

  /** Closes both directions and wakes whoever reads or writes. Idempotent; never throws. */
  @Override
  void close();
}
