package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ScratchFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hidden file that is removed when it is closed, or has no name at all. It is read past the
 * memory in which the system keeps what was written lately, wherever the file system lets. Safe for
 * several threads.
 */
final class DiskScratchFile implements ScratchFile {
  private static final Set<OpenOption> NEW =
      Set.of(
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.CREATE_NEW,
          LinkOption.NOFOLLOW_LINKS);
  private static final String ENDING = ".localstream-bench";

  private final Path folder;
  private final Path path;
  private final long maxBytes;
  private final FileChannel channel;
  private volatile @Nullable UncachedReading uncached;

  private DiskScratchFile(Path folder, Path path, long maxBytes, FileChannel channel) {
    this.folder = folder;
    this.path = path;
    this.maxBytes = maxBytes;
    this.channel = channel;
    this.uncached = UncachedReading.open(path);
  }

  /** Creates it under a name that nothing has. */
  static DiskScratchFile create(Path folder, long maxBytes) throws IOException {
    Path path = folder.resolve("." + UUID.randomUUID() + ENDING);
    FileChannel channel = FileChannel.open(path, NEW, Permissions.ofNew(path, 0));
    DiskScratchFile file = new DiskScratchFile(folder, path, maxBytes, channel);
    if (Permissions.areSupported(path)) {
      // Such systems keep an open file without a name, until its process ends in any way.
      Files.deleteIfExists(path);
    }
    return file;
  }

  @Override
  public String describe() {
    return TypedPaths.show(folder);
  }

  @Override
  public void write(long offset, ByteBuffer data) {
    requirePlace(offset, data.remaining(), maxBytes);
    try {
      long next = offset;
      while (data.hasRemaining()) {
        next += channel.write(data, next);
      }
    } catch (IOException e) {
      throw WriteFailure.of(path, e);
    }
  }

  @Override
  public void force() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw WriteFailure.of(path, e);
    }
  }

  @Override
  public void read(long offset, ByteBuffer destination) {
    try {
      requirePlace(offset, destination.remaining(), channel.size());
      UncachedReading disk = uncached;
      if (disk == null || !disk.fill(destination, offset)) {
        uncached = null;
        fill(destination, offset);
      }
    } catch (IOException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNREADABLE, TypedPaths.show(path) + " can't be read any more", e);
    }
  }

  private void fill(ByteBuffer destination, long offset) throws IOException {
    long next = offset;
    while (destination.hasRemaining()) {
      int read = channel.read(destination, next);
      if (read < 0) {
        throw new IOException("it became shorter");
      }
      next += read;
    }
  }

  private static void requirePlace(long offset, int length, long end) {
    if (offset < 0 || offset > end - length) {
      throw new IllegalArgumentException("there is no such place in the file");
    }
  }

  @Override
  public boolean readsMemory() {
    return uncached == null;
  }

  @Override
  public void close() {
    try (channel) {
      UncachedReading disk = uncached;
      if (disk != null) {
        disk.close();
      }
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // It is gone, or it can't be removed: nobody could do more about it.
    }
  }
}
