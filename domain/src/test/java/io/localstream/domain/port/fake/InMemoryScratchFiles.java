package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.transfer.FileReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * A disk in memory. A test that wants it to be slow moves a clock on with what is written and read.
 * Safe for several threads.
 */
public final class InMemoryScratchFiles implements ScratchFiles {
  private static final long DISK_BYTES = 1L << 40;

  private final Set<String> folders;
  private final List<String> names = new CopyOnWriteArrayList<>();
  private volatile LongConsumer whenWritten = _ -> {};
  private volatile LongConsumer whenRead = _ -> {};
  private int made;

  /** A disk with these folders; the working folder alone where none is given. */
  public InMemoryScratchFiles(String... folders) {
    this.folders = new TreeSet<>(List.of(folders));
    this.folders.add(".");
  }

  /** Has something done with every number of bytes that are written. */
  public void whenWritten(LongConsumer action) {
    whenWritten = action;
  }

  /** Has something done with every number of bytes that are read. */
  public void whenRead(LongConsumer action) {
    whenRead = action;
  }

  /** The files that are there now. */
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public synchronized ScratchFile create(FileReference folder, long maxBytes) {
    if (!folders.contains(folder.value())) {
      throw new LocalStreamException(FailureCode.FILE_MISSING, folder + " does not exist");
    }
    if (maxBytes > DISK_BYTES) {
      throw new LocalStreamException(FailureCode.NO_SPACE, folder + " has no room for that");
    }
    String name = ".scratch-" + made++;
    names.add(name);
    return new InMemoryScratchFile(name, folder, maxBytes);
  }

  private final class InMemoryScratchFile implements ScratchFile {
    private final String name;
    private final FileReference folder;
    private final long maxBytes;
    private byte[] content = {};

    InMemoryScratchFile(String name, FileReference folder, long maxBytes) {
      this.name = name;
      this.folder = folder;
      this.maxBytes = maxBytes;
    }

    @Override
    public String describe() {
      return folder.toString();
    }

    @Override
    public synchronized void write(long offset, ByteBuffer data) {
      int length = data.remaining();
      require(offset, length, maxBytes);
      if (content.length < offset + length) {
        content = Arrays.copyOf(content, Math.toIntExact(offset + length));
      }
      data.get(content, (int) offset, length);
      whenWritten.accept(length);
    }

    @Override
    public void force() {
      // It is as safe as it can be.
    }

    @Override
    public synchronized void read(long offset, ByteBuffer destination) {
      int length = destination.remaining();
      require(offset, length, content.length);
      destination.put(content, (int) offset, length);
      whenRead.accept(length);
    }

    private static void require(long offset, int length, long end) {
      if (offset < 0 || offset > end - length) {
        throw new IllegalArgumentException("there is no such place in the file");
      }
    }

    @Override
    public boolean readsMemory() {
      return true;
    }

    @Override
    public void close() {
      names.remove(name);
    }
  }
}
