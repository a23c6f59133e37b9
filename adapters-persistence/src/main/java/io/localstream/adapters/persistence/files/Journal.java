package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a stream of bytes that are on the disk, as a file that only grows. It is locked as
 * long as it is open. For one thread.
 */
final class Journal implements AutoCloseable {
  static final String NAME = "journal";
  private static final byte[] MAGIC = CheckedRecords.magic("LSPARTJ", 1);
  private static final int RANGE_BYTES = 2 * Long.BYTES;
  private static final int MAX_RANGES = CheckedRecords.MAX_BYTES / RANGE_BYTES;

  /** Weeks of a slow transfer; whoever reads it has to hold what it says. */
  private static final long MAX_FILE_BYTES = 64 << 20;

  /** With less it says nothing. */
  private static final int LEAST_BYTES = Long.BYTES + CheckedRecords.OVERHEAD_BYTES + RANGE_BYTES;

  private final FileChannel channel;

  /** The end of what is known to be whole. */
  private long endBytes;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /** Begins one in a file that is empty and not used by others for longer than to look at it. */
  static Journal begin(FileChannel channel) throws IOException {
    channel.lock();
    return new Journal(channel);
  }

  /** A journal that was found, and what it says. */
  record Found(Journal journal, StreamRanges ranges) {}

  /**
   * Opens one that is there; the channel is closed unless this succeeds.
   *
   * @return empty when another process uses it
   * @throws IOException also when it is damaged
   */
  static Optional<Found> open(FileChannel channel, long totalBytes) throws IOException {
    boolean opened = false;
    try {
      Optional<Journal> journal = lock(channel, false);
      if (journal.isEmpty()) {
        return Optional.empty();
      }
      Found found = new Found(journal.get(), journal.get().read(totalBytes));
      opened = true;
      return Optional.of(found);
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  /**
   * Locks one that is there, and does not read it yet; the channel is closed unless this succeeds.
   *
   * @param shared for who only looks at it
   * @return empty when it is in use
   */
  static Optional<Journal> lock(FileChannel channel, boolean shared) throws IOException {
    boolean locked = false;
    try {
      locked = JournalLock.take(channel, shared);
      return locked ? Optional.of(new Journal(channel)) : Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /** Whether nothing has been noted in it; false where only reading it all could tell. */
  boolean saysNothing() throws IOException {
    return channel.size() < LEAST_BYTES && read(Long.MAX_VALUE).ranges().isEmpty();
  }

  /**
   * What it says.
   *
   * @throws IOException also when it is damaged
   */
  StreamRanges read(long totalBytes) throws IOException {
    channel.position(0);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
    if (channel.size() == 0) {
      return StreamRanges.none();
    }
    if (channel.size() > MAX_FILE_BYTES) {
      throw new CheckedRecords.DamagedException("no transfer notes as much");
    }
    CheckedRecords.requireMagic(in, MAGIC);
    endBytes = MAGIC.length;
    List<Range> ranges = new ArrayList<>();
    Optional<byte[]> record = CheckedRecords.next(in);
    while (record.isPresent()) {
      read(record.get(), totalBytes, ranges);
      endBytes += CheckedRecords.OVERHEAD_BYTES + record.get().length;
      record = CheckedRecords.next(in);
    }
    return new StreamRanges(ranges);
  }

  private static void read(byte[] record, long totalBytes, List<Range> ranges) throws IOException {
    ByteBuffer numbers = ByteBuffer.wrap(record);
    if (record.length % RANGE_BYTES != 0) {
      throw new CheckedRecords.DamagedException("half a range");
    }
    while (numbers.hasRemaining()) {
      long start = numbers.getLong();
      long end = numbers.getLong();
      if (start < 0 || end <= start || end > totalBytes) {
        throw new CheckedRecords.DamagedException("a range that can't be");
      }
      ranges.add(new Range(start, end));
    }
  }

  /**
   * Adds parts. What was cut off before is overwritten.
   *
   * @param lasting whether that is to be forced to disk, too
   */
  void append(StreamRanges more, boolean lasting) throws IOException {
    if (endBytes == 0) {
      write(ByteBuffer.wrap(MAGIC));
    }
    channel.truncate(endBytes);
    List<Range> ranges = more.ranges();
    for (int next = 0; next < ranges.size(); next += MAX_RANGES) {
      write(record(ranges.subList(next, Math.min(ranges.size(), next + MAX_RANGES))));
    }
    if (lasting) {
      channel.force(true);
    }
  }

  /** Says this, and nothing of what it said. If it is killed meanwhile, it says nothing. */
  void restate(StreamRanges what) throws IOException {
    endBytes = 0;
    append(what, true);
  }

  private static ByteBuffer record(List<Range> ranges) {
    ByteBuffer numbers = ByteBuffer.allocate(ranges.size() * RANGE_BYTES);
    ranges.forEach(range -> numbers.putLong(range.start()).putLong(range.end()));
    return CheckedRecords.frame(numbers.array());
  }

  private void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    SparseWriting.writeAll(channel, endBytes, bytes);
    endBytes += length;
  }

  /** Lets others use it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // What was forced is on the disk.
    }
  }
}
