package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Files of an {@link InMemoryFileSpace} as one stream, read as they are at that moment. */
final class InMemoryOutgoingTree implements OutgoingTree {
  private final InMemoryFileSpace space;
  private final Manifest manifest;
  private final Map<Integer, InMemoryFileSpace.Found> opened;
  private final List<MissingEntry> missing;
  private final boolean strict;
  private final Map<Integer, MissingEntry> spoilt = new HashMap<>();

  /**
   * @param opened the files, by their place in the manifest
   */
  InMemoryOutgoingTree(
      InMemoryFileSpace space,
      Manifest manifest,
      Map<Integer, InMemoryFileSpace.Found> opened,
      List<MissingEntry> missing,
      boolean strict) {
    this.space = space;
    this.manifest = manifest;
    this.opened = new TreeMap<>(opened);
    this.missing = List.copyOf(missing);
    this.strict = strict;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public boolean read(long streamOffset, ByteBuffer destination) {
    if (streamOffset < 0 || streamOffset > manifest.totalBytes() - destination.remaining()) {
      throw new IllegalArgumentException("outside the stream");
    }
    space.beforeRead(destination.remaining());
    boolean sound = true;
    long start = 0;
    for (int file : opened.keySet()) {
      int size = found(file).file().content().length;
      long from = Math.max(streamOffset, start) - start;
      int length = (int) Math.min(destination.remaining(), Math.max(0, size - from));
      if (length > 0) {
        destination.put(current(file, (int) from + length), (int) from, length);
        sound &= isSound(file);
      }
      start += size;
    }
    return sound;
  }

  private synchronized boolean isSound(int file) {
    return !spoilt.containsKey(file);
  }

  @Override
  public synchronized MissingEntries unreadable() {
    return MissingEntries.of(spoilt);
  }

  /** The content, or zeros once the file is spoilt. */
  private synchronized byte[] current(int file, int atLeast) {
    InMemoryFileSpace.Found found = found(file);
    Optional<byte[]> content =
        space
            .find(found.path())
            .map(InMemoryFileSpace.StoredFile::content)
            .filter(bytes -> bytes.length >= atLeast && !spoilt.containsKey(file));
    if (content.isEmpty()) {
      spoilt.putIfAbsent(file, spoilt(found));
    }
    return content.orElseGet(() -> new byte[atLeast]);
  }

  @Override
  public List<MissingEntry> missing() {
    return missing;
  }

  @Override
  public synchronized MissingEntries spoilt() {
    for (int file : opened.keySet()) {
      InMemoryFileSpace.Found found = found(file);
      long change = found.file().change();
      if (space.find(found.path()).filter(now -> now.change() == change).isEmpty()
          && (strict || !hasGrown(found))) {
        spoilt.putIfAbsent(file, spoilt(found));
      }
    }
    return MissingEntries.of(spoilt);
  }

  private boolean hasGrown(InMemoryFileSpace.Found found) {
    byte[] before = found.file().content();
    return space
        .find(found.path())
        .map(InMemoryFileSpace.StoredFile::content)
        .filter(now -> now.length > before.length)
        .filter(now -> Arrays.equals(before, Arrays.copyOf(now, before.length)))
        .isPresent();
  }

  @Override
  public synchronized List<MissingEntry> grown() {
    return opened.keySet().stream()
        .filter(file -> !spoilt.containsKey(file) && hasGrown(found(file)))
        .map(file ->
            new MissingEntry(
                DisplayText.escape(found(file).path()), FailureCode.FILE_CHANGED, "grew"))
        .toList();
  }

  private MissingEntry spoilt(InMemoryFileSpace.Found found) {
    String path = DisplayText.escape(found.path());
    return space.find(found.path()).isPresent()
        ? new MissingEntry(path, FailureCode.FILE_CHANGED, "changed while it was sent")
        : new MissingEntry(path, FailureCode.FILE_MISSING, "is not there any more");
  }

  private InMemoryFileSpace.Found found(int file) {
    return Objects.requireNonNull(opened.get(file));
  }

  @Override
  public void close() {}
}
