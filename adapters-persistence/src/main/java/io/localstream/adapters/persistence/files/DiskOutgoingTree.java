package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.BitSet;
import java.util.List;

/**
 * Files as one stream of bytes. Most are read at once and are not open for longer than that; larger
 * ones stay open while they are in use. Safe for several threads.
 */
final class DiskOutgoingTree implements OutgoingTree {
  private final Manifest manifest;
  private final List<SourceFile> files;
  private final StreamLayout layout;
  private final OpenChannels open;

  /** The files that were read at once and had not changed after that. */
  private final BitSet verified = new BitSet();

  private volatile boolean closed;

  DiskOutgoingTree(Manifest manifest, List<SourceFile> files) {
    this.manifest = manifest;
    this.files = List.copyOf(files);
    this.layout = new StreamLayout(manifest);
    this.open = new OpenChannels(file -> this.files.get(file).open());
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void read(long streamOffset, ByteBuffer destination) {
    layout.forEachPiece(streamOffset, destination, this::readPiece);
  }

  private void readPiece(int number, long position, ByteBuffer buffer) {
    SourceFile file = files.get(number);
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      if (buffer.remaining() == file.entry().sizeBytes()) {
        readWhole(number, file, buffer);
      } else {
        readPart(number, file, position, buffer);
      }
    } catch (IOException e) {
      throw file.reading(e);
    }
  }

  private void readWhole(int number, SourceFile file, ByteBuffer buffer) throws IOException {
    try (FileChannel channel = file.open()) {
      fill(file, channel, 0, buffer);
    }
    file.verifyUnchanged();
    synchronized (verified) {
      verified.set(number);
    }
  }

  private void readPart(int number, SourceFile file, long position, ByteBuffer buffer)
      throws IOException {
    OpenChannels.Lease lease = open.take(number);
    try {
      fill(file, lease.channel(), position, buffer);
    } finally {
      open.giveBack(lease);
    }
  }

  private static void fill(SourceFile file, FileChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    long next = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, next);
      if (read <= 0) {
        throw file.changed(null);
      }
      next += read;
    }
  }

  /** What has changed since it was read is no longer of interest, where all of it was read. */
  @Override
  public void verifyUnchanged() {
    for (int number = nextUnverified(0);
        number < files.size();
        number = nextUnverified(number + 1)) {
      files.get(number).verifyUnchanged();
    }
  }

  private int nextUnverified(int number) {
    synchronized (verified) {
      return verified.nextClearBit(number);
    }
  }

  @Override
  public void close() {
    closed = true;
    open.close();
  }
}
