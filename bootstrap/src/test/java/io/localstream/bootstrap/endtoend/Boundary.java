package io.localstream.bootstrap.endtoend;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Does one deed at one boundary between two pieces of the protocol: before, to, or in place of the
 * piece that begins there. Passes pieces on whole.
 */
final class Boundary implements Tampering {
  private final Deed deed;
  private final TcpProxy.Stream stream;
  private final int number;
  private final Map<TcpProxy.Stream, Passing> passing = new ConcurrentHashMap<>();
  private final AtomicBoolean done = new AtomicBoolean();

  /** What is done. */
  enum Deed {
    /** A bit of the piece's first byte is turned over. */
    FLIP_FIRST,
    /** A bit of the piece's last byte is turned over. */
    FLIP_LAST,
    /** The piece does not come. */
    DROP,
    /** The piece comes twice. */
    REPEAT,
    /** The piece before comes once more, behind this one. */
    REPLAY,
    /** A byte comes before the piece. */
    INSERT_BYTE,
    /** A piece of the same form, with something else in it, comes before it. */
    INSERT_PIECE,
    /** The connection ends before the piece. */
    CUT,
    /** The connection ends in the middle of the piece. */
    TRUNCATE,
    /** The piece, and all that follows, comes later. */
    DELAY
  }

  /**
   * @param number of the piece in its stream, from 0
   */
  Boundary(Deed deed, TcpProxy.Stream stream, int number) {
    this.deed = deed;
    this.stream = stream;
    this.number = number;
  }

  Deed deed() {
    return deed;
  }

  TcpProxy.Stream stream() {
    return stream;
  }

  /** Whether the boundary was reached. */
  boolean isDone() {
    return done.get();
  }

  /** How many pieces have passed in each stream. */
  Map<TcpProxy.Stream, Integer> pieces() {
    Map<TcpProxy.Stream, Integer> pieces = new ConcurrentHashMap<>();
    passing.forEach((each, state) -> pieces.put(each, state.pieces));
    return pieces;
  }

  @Override
  public Result apply(TcpProxy.Stream from, long offset, byte[] bytes) {
    return passing.computeIfAbsent(from, Passing::new).pass(bytes);
  }

  @Override
  public String toString() {
    return deed + " at piece " + number + " of " + stream;
  }

  /** One direction of one connection. For one thread. */
  private final class Passing {
    private final TcpProxy.Stream from;
    private byte[] rest = {};
    private byte[] before = {};
    private int pieces;

    Passing(TcpProxy.Stream from) {
      this.from = from;
    }

    Result pass(byte[] bytes) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] all = join(rest, bytes);
      int at = 0;
      while (true) {
        ByteBuffer begun = ByteBuffer.wrap(all, at, all.length - at).slice();
        int length = Unit.of(from, pieces).bytes(begun);
        if (length == 0 || length > begun.remaining()) {
          break;
        }
        byte[] piece = Arrays.copyOfRange(all, at, at + length);
        at += length;
        boolean here = from.equals(stream) && pieces == number;
        pieces++;
        if (here) {
          done.set(true);
          out.writeBytes(altered(piece));
          if (deed == Deed.CUT || deed == Deed.TRUNCATE) {
            return new Result(out.toByteArray(), true);
          }
        } else {
          out.writeBytes(piece);
        }
        before = piece;
      }
      rest = Arrays.copyOfRange(all, at, all.length);
      return new Result(out.toByteArray(), false);
    }

    private byte[] altered(byte[] piece) {
      return switch (deed) {
        case FLIP_FIRST -> flipped(piece, 0);
        case FLIP_LAST -> flipped(piece, piece.length - 1);
        case DROP, CUT -> new byte[0];
        case REPEAT -> join(piece, piece);
        case REPLAY -> join(piece, before.length == 0 ? piece : before);
        case INSERT_BYTE -> join(new byte[] {0}, piece);
        case INSERT_PIECE -> join(flipped(piece, piece.length - 1), piece);
        case TRUNCATE -> Arrays.copyOf(piece, piece.length / 2);
        case DELAY -> {
          LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
          yield piece;
        }
      };
    }
  }

  private static byte[] flipped(byte[] piece, int index) {
    byte[] flipped = piece.clone();
    flipped[index] ^= 1;
    return flipped;
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }
}
