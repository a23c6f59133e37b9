package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The files of one transfer while they arrive. Most are written at once and are not open for longer
 * than that; larger ones stay open while they are in use. A file is brought to disk as soon as all
 * of it seems to be there; if more comes, that is done again. Several threads may write; the rest
 * is for one thread, after them.
 */
final class IncomingParts {
  private final Manifest manifest;
  private final PartFolder folder;
  private final Landing landing;
  private final OpenChannels open;
  private final Forcing forcing = new Forcing(System::nanoTime);

  /** The files after whose last byte they were, or are being, brought to disk. */
  private final BitSet finished = new BitSet();

  /** Those of them that are on the disk. */
  private final BitSet forced = new BitSet();

  IncomingParts(Landing landing, PartFolder folder) {
    this.landing = landing;
    this.manifest = landing.manifest();
    this.folder = folder;
    this.open = new OpenChannels(this::openChannel);
  }

  private ManifestEntry entry(int file) {
    return manifest.entries().get(file);
  }

  private FileChannel openChannel(int file) throws IOException {
    return folder.open(file, ((ManifestEntry.File) entry(file)).permissions());
  }

  /** Writes what remains in the buffer at that position of the file. */
  void write(int file, long position, ByteBuffer buffer) {
    try {
      if (buffer.remaining() == manifest.sizeBytes(file)) {
        writeWhole(file, buffer);
      } else {
        writePiece(file, position, buffer);
      }
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(file), e);
    }
  }

  private void writeWhole(int file, ByteBuffer buffer) throws IOException {
    FileChannel channel = openChannel(file);
    boolean written = false;
    try {
      write(file, channel, 0, buffer);
      written = true;
    } finally {
      if (!written) {
        channel.close();
      }
    }
    finish(file, channel);
  }

  private void writePiece(int file, long position, ByteBuffer buffer) throws IOException {
    int length = buffer.remaining();
    OpenChannels.Lease lease = take(file);
    boolean complete;
    try {
      write(file, lease.channel(), position, buffer);
    } finally {
      complete = open.giveBack(lease, length, manifest.sizeBytes(file));
    }
    if (complete) {
      finish(file, lease.channel());
    }
  }

  /** Reads what is there, and zeros behind its end, which are not written. */
  void read(int file, long position, ByteBuffer buffer) {
    try {
      OpenChannels.Lease lease = open.take(file);
      try {
        long next = position;
        while (buffer.hasRemaining()) {
          int read = lease.channel().read(buffer, next);
          if (read < 0) {
            buffer.put((byte) 0);
          }
          next += Math.abs(read);
        }
      } finally {
        open.giveBack(lease);
      }
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(file), e);
    }
  }

  private OpenChannels.Lease take(int file) throws IOException {
    synchronized (finished) {
      finished.clear(file);
      forced.clear(file);
    }
    return open.take(file);
  }

  /** What an earlier transfer has left there may be anything but zeros. */
  private void write(int file, FileChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    if (folder.isLeft(file)) {
      SparseWriting.writeAll(channel, position, buffer);
    } else {
      SparseWriting.write(channel, position, buffer, manifest.sizeBytes(file));
    }
  }

  private void finish(int file, FileChannel channel) {
    synchronized (finished) {
      finished.set(file);
    }
    forcing.run(() -> bringToDisk(file, channel));
  }

  private void bringToDisk(int file, FileChannel channel) {
    try (channel) {
      folder.date(file, entry(file).modified());
      channel.force(true);
      synchronized (finished) {
        // Otherwise more has come by now, and will be brought to disk later.
        forced.set(file, finished.get(file));
      }
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(file), e);
    }
  }

  /**
   * Brings a part of a file to disk, unless that was done.
   *
   * @param end the byte after the last that has to be there
   */
  void force(int file, long end) {
    synchronized (finished) {
      if (forced.get(file)) {
        return;
      }
    }
    try {
      OpenChannels.Lease lease = open.take(file);
      try {
        FileChannel channel = lease.channel();
        if (channel.size() < end) {
          // It ends with zeros that were left out.
          channel.write(ByteBuffer.allocate(1), end - 1);
        }
        channel.force(true);
      } finally {
        open.giveBack(lease);
      }
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(file), e);
    }
  }

  /** Waits until all files are on the disk that were complete before. */
  void awaitForced() {
    forcing.await();
  }

  /**
   * Brings to disk what is not there yet, and waits until all of it is.
   *
   * @param wanted tells by its place in the manifest whether an entry is
   */
  void finish(IntPredicate wanted) {
    int files = manifest.size();
    for (int file = nextUnfinished(0); file < files; file = nextUnfinished(file + 1)) {
      if (manifest.isFile(file) && wanted.test(file)) {
        finishLate(file);
      }
    }
    open.close();
    forcing.await();
  }

  private int nextUnfinished(int file) {
    synchronized (finished) {
      return finished.nextClearBit(file);
    }
  }

  private void finishLate(int file) {
    try {
      finish(file, openChannel(file));
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(file), e);
    }
  }

  /** Ends all that is going on. */
  void close() {
    open.close();
    forcing.close();
  }
}
