package io.localstream.application.conversation;

import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.RelativePath;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measured transfer sends: a file that was written before, again and again; where there is
 * no disk, random bytes. Safe for several threads.
 */
final class ScratchSource implements OutgoingTree {
  private static final RelativePath NAME = new RelativePath("localstream-bench");
  private static final int PERMISSIONS = 0600;

  private final @Nullable ScratchFile file;
  private final long fileBytes;
  private final byte[] random;
  private final Manifest manifest;

  /**
   * @param file stays the caller's
   * @param fileBytes how much of it is written, at least one byte
   * @param random what is sent where there is no file
   */
  ScratchSource(@Nullable ScratchFile file, long fileBytes, byte[] random, long totalBytes) {
    this.file = file;
    this.fileBytes = file == null ? random.length : fileBytes;
    this.random = random.clone();
    this.manifest =
        new Manifest(List.of(new ManifestEntry.File(NAME, totalBytes, Instant.EPOCH, PERMISSIONS)));
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public boolean read(long streamOffset, ByteBuffer destination) {
    int end = destination.limit();
    long offset = streamOffset % fileBytes;
    while (destination.position() < end) {
      int length = (int) Math.min(end - destination.position(), fileBytes - offset);
      if (file == null) {
        destination.put(random, (int) offset, length);
      } else {
        file.read(offset, destination.limit(destination.position() + length));
      }
      offset = 0;
    }
    return true;
  }

  @Override
  public MissingEntries unreadable() {
    return MissingEntries.none();
  }

  @Override
  public List<MissingEntry> missing() {
    return List.of();
  }

  /** Nobody knows the file's name, and nobody wants its content. */
  @Override
  public List<MissingEntry> grown() {
    return List.of();
  }

  @Override
  public MissingEntries spoilt() {
    return MissingEntries.none();
  }

  @Override
  public void close() {
    // The file is the caller's.
  }
}
