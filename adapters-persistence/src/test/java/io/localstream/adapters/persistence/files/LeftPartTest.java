package io.localstream.adapters.persistence.files;

import static io.localstream.adapters.persistence.files.Inbox.ranges;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an earlier transfer has left, in a state in which they can't just be gone on with. */
class LeftPartTest {
  private static final Manifest MANIFEST = Inbox.files("tree/a", "tree/b");
  private static final Manifest OTHER = Inbox.files("tree/a", "tree/c");

  @TempDir private Path folder;
  private Inbox inbox;
  private Path left;

  @BeforeEach
  void leaveSomething() throws IOException {
    inbox = new Inbox(folder);
    left = inbox.leave(MANIFEST, 0, 2 * Inbox.SIZE);
  }

  @Test
  void isMadeAnewWhereItHasAnotherName() throws IOException {
    Path published = Files.createLink(folder.resolve("published"), left.resolve("0"));
    Files.writeString(published, "changed".repeat(Inbox.SIZE));
    String changed = Files.readString(published);

    try (IncomingTree tree = inbox.receive(MANIFEST)) {
      assertThat(tree.stored()).isEqualTo(ranges(Inbox.SIZE, 2 * Inbox.SIZE));
      Inbox.write(tree, 0, 10);
      Inbox.write(tree, 10, Inbox.SIZE);
      tree.commit(MissingEntries.none());
    }
    assertThat(published).hasContent(changed);
    assertThat(folder.resolve("tree/a")).hasBinaryContent(Inbox.content(0, Inbox.SIZE));
  }

  @Test
  void isNotAdoptedWhereItHasAnotherName() throws IOException {
    Files.createLink(folder.resolve("published"), left.resolve("0"));

    assertThat(inbox.stored(OTHER)).isEqualTo(ranges());
  }

  @Test
  void canBeWrittenToWhereItWasAboutToBePublishedReadOnly() throws IOException {
    Files.setPosixFilePermissions(left.resolve("0"), PosixFilePermissions.fromString("r-xr-xr-x"));

    try (IncomingTree tree = inbox.receive(MANIFEST)) {
      Inbox.write(tree, 0, 10);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left.resolve("0"))))
          .isEqualTo("rwxr-xr-x");
    }
  }
}
