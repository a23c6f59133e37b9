package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from the disk, past the system's memory (open(2), O_DIRECT): whole blocks at a time,
 * into memory that begins where a block could. Safe for several threads.
 */
final class UncachedReading implements AutoCloseable {
  private static final int MIN_BUFFER_BYTES = 1 << 20;

  /** File systems without any disk; they would have it, too. */
  private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");

  private final FileChannel channel;
  private final int blockBytes;
  private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

  private UncachedReading(FileChannel channel, int blockBytes) {
    this.channel = channel;
    this.blockBytes = blockBytes;
  }

  /** Null where the file system does not have that. */
  static @Nullable UncachedReading open(Path path) {
    try {
      OpenOption direct = direct();
      FileStore store = Files.getFileStore(path);
      long blockBytes = store.getBlockSize();
      if (direct == null
          || MEMORY.contains(store.type())
          || blockBytes < 1
          || blockBytes > MIN_BUFFER_BYTES) {
        return null;
      }
      return new UncachedReading(
          FileChannel.open(path, StandardOpenOption.READ, direct), (int) blockBytes);
    } catch (IOException | UnsupportedOperationException _) {
      return null;
    }
  }

  /** By its name, because not every Java has it: it belongs to the module jdk.unsupported. */
  private static @Nullable OpenOption direct() {
    try {
      for (Object each : Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants()) {
        if (each instanceof OpenOption option && each.toString().equals("DIRECT")) {
          return option;
        }
      }
    } catch (ClassNotFoundException _) {
      return null;
    }
    return null;
  }

  /**
   * Fills the destination from that place of the file.
   *
   * @return false where the file system refuses it after all; the destination is as it was
   */
  boolean fill(ByteBuffer destination, long offset) {
    int start = destination.position();
    ByteBuffer buffer = idle.poll();
    if (buffer == null) {
      int length = (MIN_BUFFER_BYTES / blockBytes + 1) * blockBytes;
      buffer = ByteBuffer.allocateDirect(length + blockBytes).alignedSlice(blockBytes);
    }
    try {
      long next = offset;
      while (destination.hasRemaining()) {
        next += read(next, destination, buffer);
      }
      idle.add(buffer);
      return true;
    } catch (IOException _) {
      destination.position(start);
      return false;
    }
  }

  private int read(long offset, ByteBuffer destination, ByteBuffer buffer) throws IOException {
    int skipped = (int) (offset % blockBytes);
    long blocks = (skipped + (long) destination.remaining() + blockBytes - 1) / blockBytes;
    int wanted = (int) Math.min(buffer.capacity() / blockBytes, blocks) * blockBytes;
    int read = channel.read(buffer.clear().limit(wanted), offset - skipped);
    int length = Math.min(destination.remaining(), read - skipped);
    if (length <= 0) {
      throw new IOException("the file is shorter");
    }
    destination.put(buffer.slice(skipped, length));
    return length;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
