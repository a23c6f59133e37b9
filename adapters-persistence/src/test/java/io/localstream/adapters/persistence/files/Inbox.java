package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder of the file system that files of a certain content arrive in, all from one sender. */
record Inbox(Path folder) {
  static final DeviceId SENDER = new DeviceId(new UUID(3, 4));
  static final int SIZE = 20_000;
  private static final int MOST_BYTES = 100_000;
  private static final byte[] CONTENT = new byte[MOST_BYTES];

  static {
    new Random(5).nextBytes(CONTENT);
  }

  /** Files of the same size. */
  static Manifest files(String... paths) {
    return new Manifest(Stream.of(paths).map(Inbox::file).toList());
  }

  static ManifestEntry file(String path) {
    return new ManifestEntry.File(new RelativePath(path), SIZE, SampleDevices.NOW, 0644);
  }

  Destination destination(ExistingFile ifExists) {
    return new Destination(new FileReference(folder.toString()), ifExists);
  }

  DiskIncomingFiles files() {
    return new DiskIncomingFiles(folder, folder);
  }

  IncomingTree receive(Manifest manifest) {
    return receive(manifest, ExistingFile.KEEP);
  }

  IncomingTree receive(Manifest manifest, ExistingFile ifExists) {
    return files().open(new TransferId(UUID.randomUUID()), SENDER, manifest, destination(ifExists));
  }

  /** What need not come again. */
  StreamRanges stored(Manifest manifest) {
    IncomingTree tree = receive(manifest);
    try (tree) {
      return tree.stored();
    }
  }

  /** A part of the stream of bytes arrives. */
  static void write(IncomingTree tree, int from, int to) {
    tree.write(from, ByteBuffer.wrap(CONTENT, from, to - from));
  }

  static byte[] content(int from, int to) {
    return Arrays.copyOfRange(CONTENT, from, to);
  }

  /** Leaves a transfer of which this part of the stream was noted. */
  Path leave(Manifest manifest, int from, int to) throws IOException {
    List<Path> before = hidden();
    try (IncomingTree tree = receive(manifest, ExistingFile.OVERWRITE)) {
      write(tree, from, to);
      tree.checkpoint();
    }
    return hidden().stream().filter(path -> !before.contains(path)).findFirst().orElseThrow();
  }

  List<Path> hidden() throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.filter(path -> path.toString().endsWith(".localstream-part")).sorted().toList();
    }
  }

  static StreamRanges ranges(long... bounds) {
    return new StreamRanges(
        IntStream.range(0, bounds.length / 2)
            .mapToObj(i -> new Range(bounds[2 * i], bounds[2 * i + 1]))
            .toList());
  }
}
