package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Files that are arriving, as one stream of bytes. Safe for several threads. */
final class DiskIncomingTree implements IncomingTree {
  private final Landing landing;
  private final PartFolder folder;
  private final IncomingParts parts;
  private final StreamLayout layout;
  private final ExistingFile ifExists;

  /** Shared by those who write, so that nothing is written while or after it is closed. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private boolean committed;
  private boolean closed;

  DiskIncomingTree(Landing landing, PartFolder folder, ExistingFile ifExists) {
    this.landing = landing;
    this.folder = folder;
    this.parts = new IncomingParts(landing, folder);
    this.layout = new StreamLayout(landing.manifest());
    this.ifExists = ifExists;
  }

  @Override
  public String describe() {
    return landing.describe();
  }

  @Override
  public void write(long streamOffset, ByteBuffer data) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw WriteFailure.of(landing.target(0), new ClosedChannelException());
      }
      layout.forEachPiece(streamOffset, data, parts::write);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public List<FileReference> commit() {
    lock.writeLock().lock();
    try {
      if (committed || closed) {
        throw new IllegalStateException("committed or closed before");
      }
      committed = true;
      parts.finish();
      List<FileReference> saved = publish();
      discard();
      forceNames(landing.folder());
      return saved;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private List<FileReference> publish() {
    try {
      folder.requireInPlace();
    } catch (IOException e) {
      throw WriteFailure.of(landing.target(0), e);
    }
    List<FileReference> saved = new ArrayList<>(landing.count());
    for (int file = 0; file < landing.count(); file++) {
      saved.add(new FileReference(publish(file).toString()));
    }
    return saved;
  }

  private Path publish(int file) {
    Path target = landing.target(file);
    try {
      Path published = Publication.publish(folder.path(file), target, ifExists);
      if (ifExists == ExistingFile.OVERWRITE) {
        folder.forget(file);
      }
      return published;
    } catch (FileAlreadyExistsException _) {
      throw Targets.taken(target, "was created meanwhile and is left alone; receive it elsewhere");
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  /**
   * Brings the names to disk, as far as the folder lets: the files are there, forced to disk, and
   * not every folder can be read or forced. All files have the same one.
   */
  private static void forceNames(Path folder) {
    if (Permissions.areSupported(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException _) {
        // The transfer has succeeded all the same.
      }
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      discard();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void discard() {
    if (!closed) {
      closed = true;
      parts.discard();
    }
  }
}
