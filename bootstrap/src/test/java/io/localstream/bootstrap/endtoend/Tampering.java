package io.localstream.bootstrap.endtoend;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What somebody on the way does to the bytes. Called by several threads. */
@FunctionalInterface
interface Tampering {
  /**
   * Decides what is passed on.
   *
   * @param offset of the first of the bytes in their stream
   * @param bytes may be changed
   */
  Result apply(TcpProxy.Stream stream, long offset, byte[] bytes);

  /** How long each single byte that is passed on now is held back; 0 where they go together. */
  default long pauseNanos(TcpProxy.Stream stream) {
    return 0;
  }

  /**
   * What is passed on.
   *
   * @param cut whether the connection is ended after it
   */
  record Result(byte[] bytes, boolean cut) {}

  static Tampering none() {
    return (stream, offset, bytes) -> new Result(bytes, false);
  }

  /** No more than so many bytes in a second and stream. */
  static Tampering slowing(long bytesPerSecond) {
    return (stream, offset, bytes) -> {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(bytes.length) / bytesPerSecond);
      return new Result(bytes, false);
    };
  }

  /** What is done at one place. */
  enum Deed {
    /** One bit is turned over. */
    FLIP,
    /** The connection ends before the place. */
    CUT,
    /** Some bytes before the place, and the one there, come twice. */
    REPEAT
  }

  /** Does one deed at one place of one stream. */
  final class Once implements Tampering {
    private static final int REPEATED_BYTES = 32;
    private static final int GREETING_BYTES = 34;

    private final Deed deed;
    private final TcpProxy.Stream stream;
    private final long place;
    private final AtomicBoolean done = new AtomicBoolean();

    Once(Deed deed, TcpProxy.Stream stream, long place) {
      this.deed = deed;
      this.stream = stream;
      this.place = place;
    }

    TcpProxy.Stream stream() {
      return stream;
    }

    long place() {
      return place;
    }

    /** Whether what passes there can't matter any more: a goodbye, or more than was asked for. */
    boolean isBehindTheEnd(int length) {
      boolean atTheEnd = place >= length - length / 10;
      return atTheEnd && (deed == Deed.REPEAT || stream.connection() == 0);
    }

    /** Whether another lane does what this one can't any more. */
    boolean costsOnlyALane() {
      boolean isGreeting =
          stream.direction() == TcpProxy.Direction.TO_LISTENER && place < GREETING_BYTES;
      return stream.connection() > 0 && (deed == Deed.CUT || isGreeting);
    }

    /** Whether the place was reached. */
    boolean isDone() {
      return done.get();
    }

    @Override
    public Result apply(TcpProxy.Stream passing, long offset, byte[] bytes) {
      if (!passing.equals(stream) || place < offset || place >= offset + bytes.length) {
        return new Result(bytes, false);
      }
      done.set(true);
      int index = (int) (place - offset);
      return switch (deed) {
        case FLIP -> {
          bytes[index] ^= (byte) (1 << place % 8);
          yield new Result(bytes, false);
        }
        case CUT -> new Result(Arrays.copyOf(bytes, index), true);
        case REPEAT -> {
          ByteArrayOutputStream twice = new ByteArrayOutputStream();
          int from = Math.max(0, index + 1 - REPEATED_BYTES);
          twice.write(bytes, 0, index + 1);
          twice.write(bytes, from, bytes.length - from);
          yield new Result(twice.toByteArray(), false);
        }
      };
    }

    @Override
    public String toString() {
      return deed + " at " + place + " of " + stream;
    }
  }
}
