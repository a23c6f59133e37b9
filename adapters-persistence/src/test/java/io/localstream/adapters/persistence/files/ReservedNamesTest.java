package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The empty files that take a name until a file that has come is put in their place. */
class ReservedNamesTest {
  private static final Manifest MANIFEST = Inbox.files("tree/a", "tree/b");

  @TempDir private Path folder;
  private Inbox inbox;
  private Path tree;

  @BeforeEach
  void makeTree() throws IOException {
    inbox = new Inbox(folder);
    tree = Files.createDirectory(folder.resolve("tree"));
  }

  /** Leaves a transfer that had begun to publish, and had taken these names. */
  private void killAfterTaking(String... names) throws IOException {
    Path left = inbox.leave(MANIFEST, 0, 2 * Inbox.SIZE);
    PartFolder own = PartFolders.create(new TransferId(UUID.randomUUID()), folder);
    Leftover leftover = Leftover.open(left, own, Inbox.SENDER).orElseThrow();
    own.remove(List.of());
    PublishingNote.write(
        leftover.folder(), PublishingNote.foldersThere(new Landing(folder, MANIFEST, null)), false);
    leftover.leave();
    for (String name : names) {
      Files.createFile(
          tree.resolve(name),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private List<String> found() throws IOException {
    try (Stream<Path> all = Files.list(tree)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void goOn(ExistingFile ifExists) {
    try (IncomingTree arriving = inbox.receive(MANIFEST, ifExists)) {
      assertThat(arriving.stored().bytes()).isEqualTo(2 * Inbox.SIZE);
      assertThat(arriving.commit(MissingEntries.none()).missing()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ExistingFile.class)
  void doNotStandInTheWayOfTheNextAttempt(ExistingFile ifExists) throws IOException {
    killAfterTaking("a");
    goOn(ifExists);

    assertThat(found()).containsExactly("a", "b");
    assertThat(tree.resolve("a")).hasBinaryContent(Inbox.content(0, Inbox.SIZE));
    assertThat(inbox.hidden()).isEmpty();
  }

  @Test
  void areFreedWhereTheyHaveANumber() throws IOException {
    Files.writeString(tree.resolve("a"), "mine");
    killAfterTaking("a (1)");
    goOn(ExistingFile.RENAME);

    assertThat(found()).containsExactly("a", "a (1)", "b");
    assertThat(tree.resolve("a")).hasContent("mine");
    assertThat(tree.resolve("a (1)")).hasBinaryContent(Inbox.content(0, Inbox.SIZE));
  }

  @Test
  void areFreedWhereTheyWereForABackup() throws IOException {
    Files.writeString(tree.resolve("a"), "mine");
    killAfterTaking("a.bak");
    goOn(ExistingFile.BACKUP);

    assertThat(found()).containsExactly("a", "a.bak", "b");
    assertThat(tree.resolve("a.bak")).hasContent("mine");
  }

  @Test
  void areNotTakenForOnesThatAPersonHasMade() throws IOException {
    killAfterTaking("a", "b");
    Files.setPosixFilePermissions(tree.resolve("a"), PosixFilePermissions.fromString("rw-r--r--"));
    Files.setLastModifiedTime(tree.resolve("b"), FileTime.fromMillis(1));

    assertThatExceptionOfType(LocalStreamException.class)
        .isThrownBy(() -> goOn(ExistingFile.KEEP))
        .withMessageContaining("exist");
    assertThat(found()).containsExactly("a", "b");
  }

  @Test
  void areGivenBackWhereNothingCanBePutThere() throws IOException {
    PartFolder parts = PartFolders.create(new TransferId(UUID.randomUUID()), folder);
    try (FolderAccess access = FolderAccess.of(tree)) {
      Place place = new Place(access, tree, Place.Kind.FOUND);

      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> place.put(parts, "7", "a"));
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> place.rename("missing", "a.bak"));
    } finally {
      parts.remove(List.of());
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void whatCouldNotBePublishedIsThereForTheNextAttempt() throws IOException {
    try (IncomingTree arriving = inbox.receive(MANIFEST)) {
      Inbox.write(arriving, 0, 2 * Inbox.SIZE);
      Files.createDirectory(tree.resolve("b"));
      assertThat(arriving.commit(MissingEntries.none()).missing()).hasSize(1);
    }
    Files.delete(tree.resolve("b"));
    goOn(ExistingFile.KEEP);

    assertThat(tree.resolve("b")).hasBinaryContent(Inbox.content(Inbox.SIZE, 2 * Inbox.SIZE));
    assertThat(inbox.hidden()).isEmpty();
  }
}
