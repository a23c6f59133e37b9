package io.localstream.adapters.persistence.files;

import static io.localstream.adapters.persistence.files.Inbox.ranges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.adapters.persistence.JavaProcess;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks at what is left takes it from nobody. */
class LeftoverLooksTest {
  private static final Manifest MANIFEST = Inbox.files("tree/a", "tree/b");
  private static final StreamRanges ALL = ranges(0, 2 * Inbox.SIZE);

  private static final int ROUNDS = 50;

  @TempDir private Path folder;
  private Inbox inbox;
  private Path left;

  @BeforeEach
  void leaveSomething() throws IOException {
    inbox = new Inbox(folder);
    left = inbox.leave(MANIFEST, 0, 2 * Inbox.SIZE);
  }

  private long planned() {
    return inbox
        .files()
        .plan(Inbox.SENDER, MANIFEST, inbox.destination(ExistingFile.KEEP))
        .hadBytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "LSPARTP\1\0\0\0\1"})
  void isGoneOnWithWhereTheNoteOfPublishingIsDamaged(String note) throws IOException {
    Files.writeString(left.resolve("publishing"), note);

    assertThat(planned()).isEqualTo(2 * Inbox.SIZE);
    assertThat(inbox.stored(MANIFEST)).isEqualTo(ALL);
  }

  @Test
  void isLeftAloneWhereThisProcessHasLockedItOtherwise() throws IOException {
    try (FileChannel journal =
        FileChannel.open(left.resolve("journal"), StandardOpenOption.WRITE)) {
      journal.lock();

      assertThat(inbox.stored(MANIFEST)).isEqualTo(StreamRanges.none());
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() ->
              inbox
                  .files()
                  .discard(new TransferId(UUID.randomUUID()), new FileReference(left.toString())))
          .withMessageContaining("a transfer is using it");
    }
  }

  @Test
  void isFoundByWhoLooksWhileAnotherProcessLooks() throws Exception {
    Process other = look();
    try {
      assertThat(planned()).isEqualTo(2 * Inbox.SIZE);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void isWaitedForWhileAnotherProcessLooks() throws Exception {
    Process other = look();
    try {
      assertThat(inbox.stored(MANIFEST)).isEqualTo(ALL);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void isFoundByItsOwnTransferWhileOthersLookForTheirs() throws Exception {
    Manifest other = Inbox.files("tree/c", "tree/d");
    inbox.leave(other, 0, 2 * Inbox.SIZE);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        CyclicBarrier start = new CyclicBarrier(3);
        Future<Long> first = threads.submit(() -> storedBytes(start, MANIFEST));
        Future<Long> second = threads.submit(() -> storedBytes(start, other));
        Future<Long> looking =
            threads.submit(() -> {
              start.await();
              return planned();
            });

        assertThat(List.of(first.get(), second.get()))
            .as("round %d", round)
            .containsOnly(2L * Inbox.SIZE);
        assertThat(looking.get()).isIn(0L, 2L * Inbox.SIZE);
      }
    }
  }

  private long storedBytes(CyclicBarrier start, Manifest manifest) throws Exception {
    start.await();
    return inbox.stored(manifest).bytes();
  }

  /** Until a transfer has made its own folder, after which it looks for others. */
  private Process look() throws Exception {
    Process other = JavaProcess.start(HoldJournal.class, left.resolve("journal"), folder);
    assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("LOCKED");
    return other;
  }
}
