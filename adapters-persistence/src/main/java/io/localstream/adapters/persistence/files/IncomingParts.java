package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.BitSet;

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
    return folder.open(file, entry(file).permissions());
  }

  /** Writes what remains in the buffer at that position of the file. */
  void write(int file, long position, ByteBuffer buffer) {
    try {
      if (buffer.remaining() == entry(file).sizeBytes()) {
        writeWhole(file, buffer);
      } else {
        writePiece(file, position, buffer);
      }
    } catch (IOException e) {
      throw WriteFailure.of(landing.target(file), e);
    }
  }

  private void writeWhole(int file, ByteBuffer buffer) throws IOException {
    FileChannel channel = openChannel(file);
    boolean written = false;
    try {
      writeAll(channel, 0, buffer);
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
      writeAll(lease.channel(), position, buffer);
    } finally {
      complete = open.giveBack(lease, length, entry(file).sizeBytes());
    }
    if (!complete) {
      return;
    }
    if (lease.channel().size() == entry(file).sizeBytes()) {
      finish(file, lease.channel());
    } else {
      // Some bytes came twice, so others are still to come.
      lease.channel().close();
    }
  }

  private OpenChannels.Lease take(int file) throws IOException {
    synchronized (finished) {
      finished.clear(file);
    }
    return open.take(file);
  }

  private static void writeAll(FileChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    long next = position;
    while (buffer.hasRemaining()) {
      next += channel.write(buffer, next);
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
    } catch (IOException e) {
      throw WriteFailure.of(landing.target(file), e);
    }
  }

  /** Brings to disk what is not there yet, and waits until all of it is. */
  void finish() {
    int files = manifest.entries().size();
    for (int file = nextUnfinished(0); file < files; file = nextUnfinished(file + 1)) {
      finishLate(file);
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
      FileChannel channel = openChannel(file);
      if (channel.size() == entry(file).sizeBytes()) {
        finish(file, channel);
      } else {
        channel.close();
        throw new IllegalStateException("not every byte was written");
      }
    } catch (IOException e) {
      throw WriteFailure.of(landing.target(file), e);
    }
  }

  /** Ends all that is going on, and removes what is left. */
  void discard() {
    open.close();
    forcing.close();
    folder.remove();
  }
}
