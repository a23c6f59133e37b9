package io.localstream.adapters.persistence.files;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.adapters.persistence.JavaProcess;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transfer leaves on the disk, damaged in the ways in which a disk can be. */
class PartialTransferTest {
  private static final DeviceId SENDER = new DeviceId(new UUID(3, 4));
  private static final int SIZE = 20_000;
  private static final byte[] CONTENT = new byte[2 * SIZE];

  static {
    new Random(5).nextBytes(CONTENT);
  }

  @TempDir private Path base;
  private Path inbox;
  private final Manifest manifest = new Manifest(List.of(entry("tree/a"), entry("tree/b")));

  @BeforeEach
  void makeInbox() throws IOException {
    inbox = Files.createDirectory(base.resolve("inbox"));
  }

  private static ManifestEntry entry(String path) {
    return new ManifestEntry.File(new RelativePath(path), SIZE, NOW, 0644);
  }

  private IncomingTree receive() {
    return receiveIn(inbox, manifest);
  }

  private IncomingTree receiveIn(Path folder, Manifest what) {
    return new DiskIncomingFiles(base, base)
        .open(
            new TransferId(UUID.randomUUID()),
            SENDER,
            what,
            new Destination(new FileReference(folder.toString()), ExistingFile.KEEP));
  }

  private static void write(IncomingTree tree, int from, int to) {
    tree.write(from, ByteBuffer.wrap(CONTENT, from, to - from));
  }

  /** The folder that a transfer has left which noted three parts, one after the other. */
  private Path leave() throws IOException {
    try (IncomingTree tree = receive()) {
      write(tree, 0, 5_000);
      tree.checkpoint();
      write(tree, 10_000, 25_000);
      tree.checkpoint();
      write(tree, 30_000, 31_000);
      assertThat(tree.checkpoint()).isEqualTo(21_000);
      write(tree, 31_000, 32_000);
    }
    return hidden().getFirst();
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> there = Files.list(inbox)) {
      return there.filter(path -> path.toString().endsWith(".localstream-part")).sorted().toList();
    }
  }

  private static StreamRanges ranges(long... bounds) {
    return new StreamRanges(
        IntStream.range(0, bounds.length / 2)
            .mapToObj(i -> new Range(bounds[2 * i], bounds[2 * i + 1]))
            .toList());
  }

  private static final StreamRanges ALL = ranges(0, 5_000, 10_000, 25_000, 30_000, 31_000);

  @Test
  void isForItsOwnerAlone() throws IOException {
    Path left = leave();

    for (String name : List.of("journal", "manifest")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void isGoneOnWithAndPublished() throws IOException {
    leave();
    try (IncomingTree tree = receive()) {
      assertThat(tree.stored()).isEqualTo(ALL);
      assertThat(hidden()).hasSize(1);
      write(tree, 5_000, 10_000);
      write(tree, 25_000, 30_000);
      write(tree, 31_000, 40_000);
      tree.commit(MissingEntries.none());
    }
    assertThat(inbox.resolve("tree/a")).hasBinaryContent(Arrays.copyOf(CONTENT, SIZE));
    assertThat(inbox.resolve("tree/b"))
        .hasBinaryContent(Arrays.copyOfRange(CONTENT, SIZE, 2 * SIZE));
    assertThat(hidden()).isEmpty();
  }

  /** As it is found when a process or the machine died: the folder as it was at that moment. */
  private void copyAside(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void isGoneOnWithAfterItsProcessWasKilled() throws IOException {
    Path copy = base.resolve("copy");
    try (IncomingTree tree = receive()) {
      write(tree, 0, 5_000);
      tree.checkpoint();
      write(tree, 5_000, 25_000);
      copyAside(hidden().getFirst(), copy);
      tree.discard();
    }
    Files.move(copy, inbox.resolve(".copy.localstream-part"));

    try (IncomingTree tree = receive()) {
      assertThat(tree.stored()).isEqualTo(ranges(0, 5_000));
    }
  }

  @Test
  void isRemovedWhereItsProcessWasKilledBeforeAnythingWasNoted() throws IOException {
    Path copy = base.resolve("copy");
    try (IncomingTree tree = receive()) {
      write(tree, 0, 5_000);
      copyAside(hidden().getFirst(), copy);
    }
    Files.move(copy, inbox.resolve(".copy.localstream-part"));

    try (IncomingTree tree = receive()) {
      assertThat(tree.stored()).isEqualTo(StreamRanges.none());
      assertThat(hidden()).hasSize(1).doesNotContain(inbox.resolve(".copy.localstream-part"));
    }
    assertThat(hidden()).isEmpty();
  }

  @Test
  void isLeftAloneWhereAnotherHasNotNotedAnythingYet() throws IOException {
    try (IncomingTree first = receive()) {
      write(first, 0, 5_000);
      try (IncomingTree second = receive()) {
        assertThat(second.stored()).isEqualTo(StreamRanges.none());
        assertThat(hidden()).hasSize(2);
      }
      assertThat(first.checkpoint()).isEqualTo(5_000);
    }
  }

  private StreamRanges storedAfter() {
    IncomingTree tree = receive();
    try (tree) {
      return tree.stored();
    }
  }

  @Test
  void claimsAPrefixOfTheTruthWhereverItsJournalIsCutOff() throws IOException {
    Path left = leave();
    Path whole = base.resolve("whole");
    copyAside(left, whole);
    byte[] journal = Files.readAllBytes(left.resolve("journal"));
    List<StreamRanges> prefixes =
        List.of(ranges(), ranges(0, 5_000), ranges(0, 5_000, 10_000, 25_000), ALL);

    for (int length = 0; length <= journal.length; length++) {
      copyAside(whole, left);
      Files.write(left.resolve("journal"), Arrays.copyOf(journal, length));
      int records = Math.max(0, (length - 8) / 24);
      assertThat(storedAfter()).as("%d bytes", length).isEqualTo(prefixes.get(records));
    }
  }

  @Test
  void claimsNothingFalseWhicheverByteOfItsJournalIsDamaged() throws IOException {
    Path left = leave();
    Path whole = base.resolve("whole");
    copyAside(left, whole);
    byte[] journal = Files.readAllBytes(left.resolve("journal"));
    List<StreamRanges> prefixes =
        List.of(ranges(), ranges(0, 5_000), ranges(0, 5_000, 10_000, 25_000));

    for (int place = 0; place < journal.length; place++) {
      byte[] damaged = journal.clone();
      damaged[place] = (byte) (damaged[place] ^ 1 << place % 8);
      copyAside(whole, left);
      Files.write(left.resolve("journal"), damaged);
      assertThat(prefixes).as("byte %d", place).contains(storedAfter());
    }
  }

  @Test
  void claimsNothingWhicheverByteOfItsManifestIsDamagedOrMissing() throws IOException {
    Path left = leave();
    byte[] kept = Files.readAllBytes(left.resolve("manifest"));
    for (int place = 0; place < kept.length; place++) {
      byte[] damaged = kept.clone();
      damaged[place] = (byte) (damaged[place] ^ 1 << place % 8);
      Files.write(left.resolve("manifest"), damaged);
      assertThat(storedAfter()).as("byte %d", place).isEqualTo(StreamRanges.none());
      Files.write(left.resolve("manifest"), Arrays.copyOf(kept, place));
      assertThat(storedAfter()).as("%d bytes", place).isEqualTo(StreamRanges.none());
    }
    assertThat(left.resolve("journal")).exists();
  }

  @Test
  void goesOnBehindATornTail() throws IOException {
    Path left = leave();
    Files.write(left.resolve("journal"), new byte[] {0, 0, 0}, StandardOpenOption.APPEND);

    try (IncomingTree tree = receive()) {
      write(tree, 5_000, 10_000);
      tree.checkpoint();
    }
    assertThat(storedAfter()).isEqualTo(ranges(0, 25_000, 30_000, 31_000));
  }

  @Test
  void doesNotClaimPartsThatAreGoneOrCutOff() throws IOException {
    Path left = leave();
    Files.delete(left.resolve("0"));
    assertThat(storedAfter()).isEqualTo(ranges(20_000, 25_000, 30_000, 31_000));
    try (FileChannel part = FileChannel.open(left.resolve("1"), StandardOpenOption.WRITE)) {
      part.truncate(5_000);
    }
    assertThat(storedAfter()).isEqualTo(ranges(20_000, 25_000));
  }

  @Test
  void writesZerosOverWhatWasLeftThere() throws IOException {
    try (IncomingTree tree = receive()) {
      write(tree, 0, 1);
      tree.checkpoint();
      // Never noted, so it may be anything.
      write(tree, 0, 40_000);
    }
    byte[] zeros = new byte[40_000];
    zeros[0] = CONTENT[0];
    try (IncomingTree tree = receive()) {
      tree.write(0, ByteBuffer.wrap(zeros));
      tree.commit(MissingEntries.none());
    }
    assertThat(inbox.resolve("tree/a")).hasBinaryContent(Arrays.copyOf(zeros, SIZE));
    assertThat(inbox.resolve("tree/b")).hasBinaryContent(new byte[SIZE]);
  }

  @Test
  void isNotFoundThroughALinkAndNotWhenOthersCanUseIt() throws IOException {
    Path left = leave();
    Path elsewhere = Files.move(left, base.resolve("elsewhere"));
    Files.createSymbolicLink(left, elsewhere);
    assertThat(storedAfter()).isEqualTo(StreamRanges.none());

    Files.delete(left);
    Files.move(elsewhere, left);
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(storedAfter()).isEqualTo(StreamRanges.none());
    assertThat(left.resolve("journal")).exists();
  }

  @Test
  void isNotGoneOnWithWhenItIsAnotherUsers() throws IOException {
    assumeTrue(Files.getOwner(base).getName().equals("root"), "only root can give files away");
    Path left = leave();
    Files.setOwner(
        left, left.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertThat(storedAfter()).isEqualTo(StreamRanges.none());
    assertThat(left.resolve("journal")).exists();
    assertThat(left.resolve("probe")).doesNotExist();
  }

  @Test
  void isLeftAloneWhereItIsNothingButAName() throws IOException {
    Path file = Files.writeString(inbox.resolve(".x.localstream-part"), "mine");
    Path folder = Files.createDirectory(inbox.resolve(".y.localstream-part"));
    Files.createSymbolicLink(inbox.resolve(".z.localstream-part"), inbox.resolve("nowhere"));

    assertThat(storedAfter()).isEqualTo(StreamRanges.none());
    assertThat(file).hasContent("mine");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void movesPartsToTheirNewNumbersWhenTheManifestHasChanged() throws IOException {
    Path left = leave();
    Manifest changed = new Manifest(List.of(entry("tree/0"), entry("tree/b"), entry("tree/a")));

    try (IncomingTree tree = receiveIn(inbox, changed)) {
      assertThat(tree.stored())
          .isEqualTo(ranges(20_000, 25_000, 30_000, 31_000, 40_000, 45_000, 50_000, 60_000));
      assertThat(left).doesNotExist();
      assertThat(hidden()).hasSize(1);
    }
    try (IncomingTree tree = receiveIn(inbox, changed)) {
      assertThat(tree.stored().bytes()).isEqualTo(21_000);
    }
  }

  @Test
  void keepsWhatNobodyCanUseForATransferOfOtherFiles() throws IOException {
    Path left = leave();

    try (IncomingTree tree = receiveIn(inbox, new Manifest(List.of(entry("other"))))) {
      assertThat(tree.stored()).isEqualTo(StreamRanges.none());
    }
    assertThat(hidden()).containsExactly(left);
  }

  @Test
  void isNotLeftByATransferThatNotedNothing() throws IOException {
    try (IncomingTree tree = receive()) {
      assertThat(tree.checkpoint()).isZero();
    }
    assertThat(hidden()).isEmpty();
  }

  @Test
  void endsWhatItHadBegunToPublish() throws IOException {
    Path copy = base.resolve("copy");
    try (IncomingTree tree = receive()) {
      write(tree, 0, 40_000);
      tree.checkpoint();
      copyAside(hidden().getFirst(), copy);
      tree.commit(MissingEntries.none());
    }
    // Killed when the first was published and the second was not.
    Files.delete(inbox.resolve("tree/b"));
    Files.delete(copy.resolve("0"));
    Files.move(copy, inbox.resolve(".copy.localstream-part"));

    try (IncomingTree tree = receive()) {
      assertThat(tree.stored()).isEqualTo(ranges(0, 40_000));
      assertThat(tree.commit(MissingEntries.none()).kept()).isEqualTo(1);
    }
    assertThat(inbox.resolve("tree/a")).hasBinaryContent(Arrays.copyOf(CONTENT, SIZE));
    assertThat(inbox.resolve("tree/b"))
        .hasBinaryContent(Arrays.copyOfRange(CONTENT, SIZE, 2 * SIZE));
    assertThat(hidden()).isEmpty();
  }

  @Test
  void isLeftAloneWhileAnotherProcessUsesIt() throws Exception {
    Path left = leave();
    Process other = JavaProcess.start(HoldJournal.class, left.resolve("journal"));
    try {
      assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("LOCKED");
      assertThat(storedAfter()).isEqualTo(StreamRanges.none());
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(storedAfter()).isEqualTo(ALL);
  }
}
