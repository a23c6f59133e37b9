package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.StreamRanges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;

/** Files that are arriving, as one stream of bytes. Safe for several threads. */
final class DiskIncomingTree implements IncomingTree {
  private final Landing landing;
  private final Progress progress;
  private final Unwanted unwanted;
  private final Destination wanted;
  private final MadeFolder folder;
  private final StreamLayout layout;
  private final IncomingParts parts;
  private final StreamRanges stored;

  /** Files of which something comes that is not their content. */
  private final Set<Integer> distrusted = ConcurrentHashMap.newKeySet();

  /** What was written of files that are wanted since the last checkpoint, and can be noted. */
  private final RangeSet fresh = new RangeSet();

  /** What was there at first, or was written. */
  private final RangeSet had = new RangeSet();

  /** One at a time; the others go on. */
  private final Lock checkpoints = new ReentrantLock();

  /** Shared by those who write, so that nothing is written while or after it is closed. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private boolean committed;
  private volatile boolean closed;

  DiskIncomingTree(
      Landing landing,
      Progress progress,
      Unwanted unwanted,
      Destination wanted,
      MadeFolder folder) {
    this.landing = landing;
    this.progress = progress;
    this.unwanted = unwanted;
    this.wanted = wanted;
    this.folder = folder;
    this.layout = new StreamLayout(landing.manifest());
    this.parts = new IncomingParts(landing, progress.folder());
    this.stored = progress.noted().and(unwanted.ranges(layout));
    this.had.addAll(stored);
  }

  @Override
  public String describe() {
    return landing.describe();
  }

  @Override
  public void write(long streamOffset, ByteBuffer data) {
    lock.readLock().lock();
    try {
      requireOpen();
      int length = data.remaining();
      layout.forEachPiece(streamOffset, data, this::write);
      had.add(streamOffset, streamOffset + length);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void write(int file, long position, ByteBuffer piece) {
    if (unwanted.holds(file)) {
      piece.position(piece.limit());
      return;
    }
    long start = layout.start(file) + position;
    long end = start + piece.remaining();
    boolean trusted = !distrusted.contains(file);
    parts.write(file, position, piece);
    if (trusted) {
      fresh.add(start, end);
    }
  }

  @Override
  public void distrust(int entry) {
    distrusted.add(entry);
  }

  @Override
  public boolean isWanted(int entry) {
    return !unwanted.holds(entry);
  }

  @Override
  public NameReport names() {
    return unwanted.names(landing);
  }

  @Override
  public void read(long streamOffset, ByteBuffer destination) {
    lock.readLock().lock();
    try {
      requireOpen();
      layout.forEachPiece(streamOffset, destination, parts::read);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public StreamRanges stored() {
    return stored;
  }

  @Override
  public long checkpoint() {
    checkpoints.lock();
    try {
      requireOpen();
      StreamRanges more = fresh.drain();
      if (!more.ranges().isEmpty()) {
        force(more);
        progress.note(more);
      }
      return progress.noted().and(stored).bytes();
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(0), e);
    } finally {
      checkpoints.unlock();
    }
  }

  @Override
  public FileReference destination() {
    return new FileReference(landing.destination().toString());
  }

  @Override
  public Optional<Remains> remains() {
    long bytes = progress.noted().bytes();
    return bytes == 0 || progress.isRemoved()
        ? Optional.empty()
        : Optional.of(new Remains(new FileReference(progress.folder().path().toString()), bytes));
  }

  private void requireOpen() {
    if (closed) {
      throw WriteFailure.of(landing.named(0), new ClosedChannelException());
    }
  }

  private void force(StreamRanges more) {
    parts.awaitForced();
    for (StreamRanges.Range range : more.ranges()) {
      layout.forEachFile(
          range,
          (file, end) -> {
            if (!unwanted.holds(file)) {
              parts.force(file, end);
            }
          });
    }
  }

  @Override
  public Arrival commit(MissingEntries spoilt) {
    checkpoints.lock();
    lock.writeLock().lock();
    try {
      if (committed || closed) {
        throw new IllegalStateException("committed or closed before");
      }
      committed = true;
      IntPredicate published = file -> !unwanted.holds(file) && !spoilt.holds(file);
      requireComplete(published);
      parts.finish(published);
      if (landing.count() > 1) {
        progress.notePublishing(fresh.drain(), landing);
      }
      Arrival arrival = TreePublication.run(landing, progress, wanted, published);
      if (arrival.missing().isEmpty() || !progress.folder().holdsFiles()) {
        discard();
      } else {
        close();
      }
      return with(arrival);
    } finally {
      lock.writeLock().unlock();
      checkpoints.unlock();
    }
  }

  private void requireComplete(IntPredicate published) {
    for (int file = 0; file < landing.count(); file++) {
      boolean complete = had.covers(layout.start(file), layout.end(file));
      if (!complete && published.test(file)) {
        throw new IllegalStateException("not every byte was written");
      }
    }
  }

  private Arrival with(Arrival published) {
    return new Arrival(
        published.saved(),
        published.keptEntries().and(unwanted.kept()),
        unwanted.missing(landing).and(published.missingEntries()));
  }

  @Override
  public void close() {
    end(progress::close);
  }

  @Override
  public void discard() {
    end(progress::remove);
  }

  private void end(Runnable leaving) {
    checkpoints.lock();
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        parts.close();
        leaving.run();
        folder.removeIfEmpty();
      }
    } finally {
      lock.writeLock().unlock();
      checkpoints.unlock();
    }
  }
}
