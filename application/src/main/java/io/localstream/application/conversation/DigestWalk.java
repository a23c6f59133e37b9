package io.localstream.application.conversation;

import io.localstream.domain.port.Digester;
import io.localstream.domain.port.RunningDigest;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Reads the files of a manifest once more, in order, and makes their digests. In steps, so that
 * whoever takes them can listen in between. For one thread.
 */
final class DigestWalk {
  /** What a slow disk reads before anybody loses patience. */
  private static final long STEP_BYTES = 64 << 20;

  private static final int PIECE_BYTES = 256 << 10;

  private final Manifest manifest;
  private final IntPredicate wanted;
  private final Source source;
  private final RunningDigest running;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
  private final NavigableMap<Integer, ContentDigest> found = new TreeMap<>();
  private int next;
  private long start;
  private long done;

  /** Where a stream of bytes is read. */
  @FunctionalInterface
  interface Source {
    void read(long streamOffset, ByteBuffer destination);
  }

  /**
   * @param wanted tells by its place in the manifest whether a file is read
   */
  DigestWalk(Manifest manifest, IntPredicate wanted, Source source, Digester digester) {
    this.manifest = manifest;
    this.wanted = wanted;
    this.source = source;
    this.running = digester.begin();
  }

  boolean isDone() {
    return next == manifest.size();
  }

  /** Goes on for a while; the digests that were completed, in order. */
  List<ContentDigest> step() {
    List<ContentDigest> completed = new ArrayList<>();
    long left = STEP_BYTES;
    while (!isDone() && left > 0) {
      if (isRead(next)) {
        left -= readPiece();
      }
      if (!isRead(next) || done == manifest.sizeBytes(next)) {
        conclude(completed);
      }
    }
    return completed;
  }

  private boolean isRead(int entry) {
    return manifest.isFile(entry) && wanted.test(entry);
  }

  /** At least 1, so that a step over very many files without content ends, too. */
  private long readPiece() {
    long left = manifest.sizeBytes(next) - done;
    piece.clear().limit((int) Math.min(piece.capacity(), left));
    int length = piece.remaining();
    if (length > 0) {
      source.read(start + done, piece);
      running.add(piece.flip());
      done += length;
    }
    return Math.max(1, length);
  }

  private void conclude(List<ContentDigest> completed) {
    if (isRead(next)) {
      ContentDigest digest = running.finish();
      found.put(next, digest);
      completed.add(digest);
    }
    start += manifest.sizeBytes(next);
    done = 0;
    next++;
  }

  /** The digests so far, by their file's place in the manifest. */
  Map<Integer, ContentDigest> found() {
    return found;
  }

  /**
   * One digest of several files, as {@code sha256sum FILE... | sha256sum} makes it.
   *
   * @param without the entries that have no part in it
   */
  static ContentDigest sum(
      Manifest manifest, Map<Integer, ContentDigest> digests, EntrySet without, Digester digester) {
    RunningDigest sum = digester.begin();
    digests.forEach((entry, digest) -> {
      if (!without.holds(entry)) {
        sum.add(digest.hex() + "  " + manifest.path(entry) + "\n");
      }
    });
    return sum.finish();
  }
}
