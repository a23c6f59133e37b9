package io.localstream.adapters.persistence.files;

import static io.localstream.adapters.persistence.files.Inbox.ranges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what had arrived when it can't be gone on with as it was meant to be. */
class AdoptionTest {
  private static final Manifest BEFORE = Inbox.files("tree/a", "tree/b");
  private static final Manifest NOW = Inbox.files("tree/0", "tree/b", "tree/a");
  private static final StreamRanges ALL = ranges(0, 2 * Inbox.SIZE);

  @TempDir private Path folder;
  private Inbox inbox;
  private Path left;

  @BeforeEach
  void leaveSomething() throws IOException {
    inbox = new Inbox(folder);
    left = inbox.leave(BEFORE, 0, 2 * Inbox.SIZE);
  }

  /** Something that another transfer begins with. */
  private Progress begin() throws IOException {
    return Progress.begin(
        PartFolders.create(new TransferId(UUID.randomUUID()), folder),
        new KeptManifest(Inbox.SENDER, NOW),
        inbox.destination(ExistingFile.KEEP));
  }

  private void failToAdopt(Progress fresh, Runnable before) {
    Leftover leftover = Leftover.open(left, fresh.folder(), Inbox.SENDER).orElseThrow();
    before.run();
    try {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new Adoption(leftover, NOW).into(fresh));
    } finally {
      Thread.interrupted();
      fresh.remove();
      leftover.leave();
    }
  }

  @Test
  void losesNothingWhereItsThreadIsInterrupted() throws IOException {
    Progress fresh = begin();
    failToAdopt(fresh, Thread.currentThread()::interrupt);

    assertThat(inbox.stored(BEFORE)).isEqualTo(ALL);
  }

  @Test
  void losesNothingWhereAFileCannotBeMoved() throws IOException {
    Progress fresh = begin();
    Files.createDirectory(fresh.folder().path("1"));
    failToAdopt(fresh, () -> {});

    assertThat(inbox.stored(BEFORE)).isEqualTo(ALL);
  }

  @Test
  void claimsNothingOfAPartThatIsMadeAnew() throws IOException {
    Files.delete(left.resolve("0"));
    try (IncomingTree tree = inbox.receive(BEFORE)) {
      assertThat(tree.stored()).isEqualTo(ranges(Inbox.SIZE, 2 * Inbox.SIZE));
      Inbox.write(tree, Inbox.SIZE - 10, Inbox.SIZE);
      tree.checkpoint();
    }

    assertThat(inbox.stored(BEFORE)).isEqualTo(ranges(Inbox.SIZE - 10, 2 * Inbox.SIZE));
  }
}
