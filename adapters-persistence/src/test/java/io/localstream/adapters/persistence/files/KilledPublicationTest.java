package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the next transfer makes of one that was killed while it published. */
class KilledPublicationTest {
  private static final DeviceId SENDER = new DeviceId(new UUID(3, 4));
  private static final Instant THEN = Instant.parse("2020-02-02T02:02:02Z");
  private static final int SIZE = 5;

  @TempDir private Path base;
  private Path inbox;

  private final Manifest manifest =
      new Manifest(
          List.of(
              new ManifestEntry.Folder(new RelativePath("tree"), THEN, 0755),
              new ManifestEntry.File(new RelativePath("tree/moved"), SIZE, THEN, 0644),
              new ManifestEntry.File(new RelativePath("tree/waiting"), SIZE, THEN, 0644),
              new ManifestEntry.File(new RelativePath("linked"), SIZE, THEN, 0644)));

  @BeforeEach
  void makeInbox() throws IOException {
    inbox = Files.createDirectory(base.resolve("inbox"));
  }

  private Destination destination(ExistingFile ifExists) {
    return new Destination(new FileReference(inbox.toString()), ifExists);
  }

  /** Everything has come, and some of it has its name already. */
  private void killWhilePublishing() throws IOException {
    killWhilePublishing("tree");
  }

  private void killWhilePublishing(String folder) throws IOException {
    Progress progress =
        Progress.begin(
            PartFolders.create(new TransferId(UUID.randomUUID()), inbox),
            new KeptManifest(SENDER, manifest),
            destination(ExistingFile.KEEP));
    for (int file = 1; file < 4; file++) {
      Path part = Files.writeString(progress.folder().path(PartFolder.name(file)), "file" + file);
      Files.setLastModifiedTime(part, FileTime.from(THEN));
    }
    progress.notePublishing(
        new StreamRanges(List.of(new Range(0, 3 * SIZE))),
        new Landing(inbox, manifest, null).besideOthers(destination(ExistingFile.RENAME)));
    Files.createDirectories(inbox.resolve(folder));
    Files.move(progress.folder().path("1"), inbox.resolve(folder).resolve("moved"));
    Files.createLink(inbox.resolve("linked"), progress.folder().path("3"));
    progress.close();
  }

  private IncomingTree receive(ExistingFile ifExists) {
    return new DiskIncomingFiles(base, base)
        .open(new TransferId(UUID.randomUUID()), SENDER, manifest, destination(ifExists));
  }

  private List<String> found() throws IOException {
    try (Stream<Path> all = Files.walk(inbox)) {
      return all.skip(1).map(path -> inbox.relativize(path).toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(ExistingFile.class)
  void whatIsThereIsLeftAsItIsAndTheRestFollows(ExistingFile ifExists) throws IOException {
    killWhilePublishing();
    try (IncomingTree tree = receive(ifExists)) {
      assertThat(tree.stored().bytes()).isEqualTo(3 * SIZE);
      assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
    }
    assertThat(found()).containsExactly("linked", "tree", "tree/moved", "tree/waiting");
  }

  @Test
  void aFolderThatIsSavedBesideAFileIsFoundAgain() throws IOException {
    Files.writeString(inbox.resolve("tree"), "mine");
    killWhilePublishing("tree (1)");
    try (IncomingTree tree = receive(ExistingFile.RENAME)) {
      assertThat(tree.stored().bytes()).isEqualTo(3 * SIZE);
      assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
    }
    assertThat(found())
        .containsExactly("linked", "tree", "tree (1)", "tree (1)/moved", "tree (1)/waiting");
    assertThat(Files.getLastModifiedTime(inbox.resolve("tree (1)")).toInstant()).isEqualTo(THEN);
  }

  @Test
  void foldersThatItHasMadeGetTheirTimes() throws IOException {
    killWhilePublishing();
    try (IncomingTree tree = receive(ExistingFile.KEEP)) {
      tree.commit(MissingEntries.none());
    }
    assertThat(Files.getLastModifiedTime(inbox.resolve("tree")).toInstant()).isEqualTo(THEN);
  }

  @Test
  void foldersThatWereThereKeepTheirs() throws IOException {
    Files.createDirectory(inbox.resolve("tree"));
    killWhilePublishing();
    try (IncomingTree tree = receive(ExistingFile.KEEP)) {
      tree.commit(MissingEntries.none());
    }
    assertThat(Files.getLastModifiedTime(inbox.resolve("tree")).toInstant()).isAfter(THEN);
  }

  @Test
  void whatIsKilledBeforeItHasAJournalIsRemovedAfterAWhile() throws IOException {
    Path old = hidden(".old.localstream-part", Instant.now().minusSeconds(120));
    Path young = hidden(".young.localstream-part", Instant.now());
    try (IncomingTree _ = receive(ExistingFile.KEEP)) {
      assertThat(old).doesNotExist();
      assertThat(young).exists();
    }
  }

  private Path hidden(String name, Instant changed) throws IOException {
    Path folder =
        Files.createDirectory(
            inbox.resolve(name),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(folder.resolve("17"));
    Files.setLastModifiedTime(folder, FileTime.from(changed));
    return folder;
  }
}
