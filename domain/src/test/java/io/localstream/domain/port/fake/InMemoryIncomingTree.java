package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files that are arriving in an {@link InMemoryFileSpace}. */
final class InMemoryIncomingTree implements IncomingTree {
  private final InMemoryFileSpace space;
  private final Manifest manifest;
  private final List<String> targets;
  private final ExistingFile ifExists;
  private final byte[] stream;
  private boolean finished;

  InMemoryIncomingTree(
      InMemoryFileSpace space, Manifest manifest, List<String> targets, ExistingFile ifExists) {
    this.space = space;
    this.manifest = manifest;
    this.targets = List.copyOf(targets);
    this.ifExists = ifExists;
    this.stream = new byte[(int) manifest.totalBytes()];
    space.begin(targets.size());
  }

  @Override
  public String describe() {
    return DisplayText.escape(String.join(", ", targets));
  }

  @Override
  public synchronized void write(long streamOffset, ByteBuffer data) {
    if (streamOffset < 0 || streamOffset > stream.length - data.remaining()) {
      throw new IllegalArgumentException("outside the stream");
    }
    space.use(targets.getFirst(), data.remaining());
    data.get(stream, (int) streamOffset, data.remaining());
  }

  @Override
  public synchronized List<FileReference> commit() {
    if (finished) {
      throw new IllegalStateException("committed or closed before");
    }
    space.runBeforeCommit();
    List<FileReference> saved = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < targets.size(); i++) {
      ManifestEntry entry = manifest.entries().get(i);
      int end = start + (int) entry.sizeBytes();
      byte[] content = Arrays.copyOfRange(stream, start, end);
      int permissions = entry.permissions() | 0600;
      saved.add(
          new FileReference(
              space.publish(targets.get(i), content, entry.modified(), permissions, ifExists)));
      start = end;
    }
    close();
    return saved;
  }

  @Override
  public synchronized void close() {
    if (!finished) {
      finished = true;
      space.finish(targets.size());
    }
  }
}
