package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Files as one stream of bytes. Most are read at once and are not open for longer than that; larger
 * ones stay open while they are in use. One that is spoilt does not disturb the others. Safe for
 * several threads.
 */
final class DiskOutgoingTree implements OutgoingTree {
  private final PackedSources files;
  private final List<MissingEntry> missing;
  private final StreamLayout layout;
  private final OpenChannels open;
  private final HeldFolders folders;

  /** The files that were read at once and had not changed after that. */
  private final BitSet verified = new BitSet();

  private final Map<Integer, MissingEntry> spoilt = new ConcurrentHashMap<>();
  private final Set<Integer> grown = new ConcurrentSkipListSet<>();
  private final boolean strict;
  private volatile boolean closed;

  /**
   * @param files all that is sent, in order; also what is no file
   * @param missing what was found and is not
   * @param folders those that it lies in; taken over: closed with this
   * @param strict whether a file that grows is spoilt
   */
  DiskOutgoingTree(
      PackedSources files, List<MissingEntry> missing, HeldFolders folders, boolean strict) {
    this.strict = strict;
    this.files = files;
    this.folders = folders;
    this.missing = List.copyOf(missing);
    this.layout = new StreamLayout(files.manifest());
    this.open = new OpenChannels(this::openVerified);
  }

  @Override
  public Manifest manifest() {
    return files.manifest();
  }

  @Override
  public List<MissingEntry> missing() {
    return missing;
  }

  @Override
  public boolean read(long streamOffset, ByteBuffer destination) {
    boolean[] sound = {true};
    layout.forEachPiece(
        streamOffset,
        destination,
        (number, position, piece) -> sound[0] &= readPiece(number, position, piece));
    return sound[0];
  }

  /** Whether all of the piece is what the file holds. */
  private boolean readPiece(int number, long position, ByteBuffer buffer) {
    SourceFile file = files.get(number);
    if (closed) {
      throw file.cancelled(null);
    }
    int start = buffer.position();
    if (!spoilt.containsKey(number)) {
      try {
        readPiece(number, file, position, buffer);
      } catch (ClosedChannelException e) {
        throw file.cancelled(e);
      } catch (IOException e) {
        spoilt.putIfAbsent(number, file.spoiltBy(e));
        buffer.position(start);
      }
    }
    fillWithZeros(buffer);
    return !spoilt.containsKey(number);
  }

  /** What is left after a whole piece was read is nothing. */
  private static void fillWithZeros(ByteBuffer buffer) {
    int start = buffer.arrayOffset() + buffer.position();
    Arrays.fill(buffer.array(), start, start + buffer.remaining(), (byte) 0);
    buffer.position(buffer.limit());
  }

  private void readPiece(int number, SourceFile file, long position, ByteBuffer buffer)
      throws IOException {
    if (buffer.remaining() == file.entry().sizeBytes()) {
      readWhole(number, file, buffer);
    } else {
      readPart(number, position, buffer);
    }
  }

  private void readWhole(int number, SourceFile file, ByteBuffer buffer) throws IOException {
    folders.in(
        file.place(),
        folder -> {
          try (FileChannel channel = file.open(folder, folders.options())) {
            fill(number, channel, 0, buffer);
          }
          look(number, file, folder);
          return buffer;
        });
    synchronized (verified) {
      verified.set(number);
    }
  }

  /** Nothing is read of another file that took its place in the meantime. */
  private FileChannel openVerified(int number) throws IOException {
    SourceFile file = files.get(number);
    return folders.in(
        file.place(),
        folder -> {
          FileChannel channel = file.open(folder, folders.options());
          try {
            look(number, file, folder);
            return channel;
          } catch (IOException e) {
            channel.close();
            throw e;
          }
        });
  }

  private void readPart(int number, long position, ByteBuffer buffer) throws IOException {
    OpenChannels.Lease lease = open.take(number);
    try {
      fill(number, lease.channel(), position, buffer);
    } finally {
      open.giveBack(lease);
    }
  }

  private void fill(int number, FileChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    long next = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, next);
      if (read <= 0) {
        look(number);
        throw new FalseSizeException();
      }
      next += read;
    }
    boolean end = next == files.manifest().sizeBytes(number);
    if (end && channel.read(ByteBuffer.allocate(1), next) > 0 && !look(number)) {
      throw new FalseSizeException();
    }
  }

  /** Whether the file has grown; that it has is noted. */
  private boolean look(int number, SourceFile file, OpenFolder folder) throws IOException {
    boolean longer = file.hasGrown(folder, folders.options());
    if (longer && strict) {
      throw new SourceChangedException();
    }
    if (longer) {
      grown.add(number);
    }
    return longer;
  }

  private boolean look(int number) throws IOException {
    SourceFile file = files.get(number);
    return folders.in(file.place(), folder -> look(number, file, folder));
  }

  @Override
  public MissingEntries unreadable() {
    return MissingEntries.of(spoilt);
  }

  /** What has changed since it was read is no longer of interest, where all of it was read. */
  @Override
  public MissingEntries spoilt() {
    for (int number = nextUnverified(0);
        number < files.size();
        number = nextUnverified(number + 1)) {
      if (files.manifest().isFile(number) && !spoilt.containsKey(number)) {
        SourceFile file = files.get(number);
        try {
          look(number);
        } catch (IOException e) {
          spoilt.put(number, file.spoiltBy(e));
        }
      }
    }
    return MissingEntries.of(spoilt);
  }

  @Override
  public List<MissingEntry> grown() {
    return grown.stream()
        .filter(number -> !spoilt.containsKey(number))
        .map(number -> files.get(number).grown())
        .toList();
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
    folders.close();
  }
}
