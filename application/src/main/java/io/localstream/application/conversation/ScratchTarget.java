package io.localstream.application.conversation;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.StreamRanges;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a measured transfer goes: into a file that is overwritten when it is full, and forced to
 * disk before that; where there is no disk, nowhere. Safe for several threads.
 */
final class ScratchTarget implements IncomingTree {
  private final @Nullable ScratchFile file;
  private final long fileBytes;
  private final AtomicLong unforced = new AtomicLong();

  /**
   * @param file taken over
   * @param fileBytes how long the file may become
   */
  ScratchTarget(@Nullable ScratchFile file, long fileBytes) {
    this.file = file;
    this.fileBytes = fileBytes;
  }

  @Override
  public String describe() {
    return file == null ? "nowhere" : file.describe();
  }

  @Override
  public void write(long streamOffset, ByteBuffer data) {
    if (file == null) {
      data.position(data.limit());
      return;
    }
    int end = data.limit();
    int total = data.remaining();
    long offset = streamOffset % fileBytes;
    while (data.position() < end) {
      int length = (int) Math.min(end - data.position(), fileBytes - offset);
      file.write(offset, data.limit(data.position() + length));
      offset = 0;
    }
    if (unforced.addAndGet(total) >= fileBytes) {
      unforced.set(0);
      file.force();
    }
  }

  @Override
  public NameReport names() {
    return NameReport.NONE;
  }

  @Override
  public FileReference destination() {
    return new FileReference(describe());
  }

  @Override
  public void distrust(int entry) {
    // Nothing is noted anyway.
  }

  @Override
  public boolean isWanted(int entry) {
    return false;
  }

  @Override
  public void read(long streamOffset, ByteBuffer destination) {
    throw new IllegalArgumentException("nothing of it is kept");
  }

  @Override
  public StreamRanges stored() {
    return StreamRanges.none();
  }

  @Override
  public long checkpoint() {
    return 0;
  }

  @Override
  public Optional<Remains> remains() {
    return Optional.empty();
  }

  @Override
  public Arrival commit(MissingEntries spoilt) {
    if (file != null) {
      file.force();
    }
    return new Arrival(List.of(), EntrySet.none(), MissingEntries.none());
  }

  @Override
  public void discard() {
    close();
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
