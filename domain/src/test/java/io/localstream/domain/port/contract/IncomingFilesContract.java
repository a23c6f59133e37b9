package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link IncomingFiles} promises. */
public abstract class IncomingFilesContract {
  private static final TransferId ID = new TransferId(new UUID(3, 4));
  private static final byte[] OLD = {9};
  private static final byte[] CONTENT = {1, 2, 3};

  private IncomingFiles files;

  protected abstract IncomingFiles open();

  /** A folder that exists and is empty when a test begins. */
  protected abstract FileReference folder();

  /** A path in that folder. */
  protected abstract FileReference in(String name);

  /** Writes a file into that folder as somebody else might. */
  protected abstract void occupy(String name, byte[] content);

  /** Makes a folder in that folder. */
  protected abstract void makeFolder(String name);

  /** The names of what is visible in that folder, sorted. */
  protected abstract List<String> visible();

  /** How many things there are in that folder, hidden ones too. */
  protected abstract int occupants();

  protected abstract byte[] content(String name);

  /** What is visible under a name in that folder, described as for sending it on. */
  protected abstract ManifestEntry describe(String name);

  @BeforeEach
  final void openFiles() {
    files = open();
  }

  private IncomingTree receive(FileReference target, ExistingFile ifExists, ManifestEntry... what) {
    return files.open(ID, new Manifest(List.of(what)), new Destination(target, ifExists));
  }

  private static ManifestEntry entry(String name, long sizeBytes) {
    return new ManifestEntry(new RelativePath(name), sizeBytes, NOW, 0644);
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    Arrays.stream(values).forEach(value -> buffer.put((byte) value));
    return buffer.flip();
  }

  private static void assertFails(FailureCode code, String naming, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo(code);
          assertThat(failure).hasMessageContaining(naming);
          assertThat(failure.getMessage().lines()).hasSize(1);
        });
  }

  /** Into a folder, or under a name of the person's own. */
  @Nested
  class WhereNothingIsInTheWay {
    @Test
    void keepsTheSendersNameInAFolder() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("φωτο 🙂.jpg", 3))) {
        assertThat(tree.describe()).contains("φωτο 🙂.jpg");
        tree.write(0, bytes(1, 2, 3));

        assertThat(tree.commit()).hasSize(1);
      }
      assertThat(visible()).containsExactly("φωτο 🙂.jpg");
      assertThat(content("φωτο 🙂.jpg")).isEqualTo(CONTENT);
    }

    @Test
    void savesUnderTheNameThatWasAskedFor() {
      try (IncomingTree tree = receive(in("mine"), ExistingFile.KEEP, entry("theirs", 3))) {
        tree.write(0, bytes(1, 2, 3));

        FileReference saved = tree.commit().getFirst();

        assertThat(saved.value()).endsWith("mine");
        assertThat(tree.describe()).isEqualTo(saved.value());
      }
      assertThat(visible()).containsExactly("mine");
    }

    @Test
    void showsNothingBeforeCommit() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));

        assertThat(visible()).isEmpty();
      }
    }

    @Test
    void leavesNothingButTheFileAfterCommit() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 0))) {
        tree.commit();
      }
      assertThat(occupants()).isEqualTo(1);
      assertThat(content("file")).isEmpty();
    }

    @Test
    void keepsModificationTimeAndExecutability() {
      ManifestEntry script = new ManifestEntry(new RelativePath("script"), 3, NOW, 0755);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, script, entry("text", 0))) {
        tree.write(0, bytes(1, 2, 3));
        tree.commit();
      }
      assertThat(describe("script").modified()).isEqualTo(NOW);
      assertThat(describe("script").permissions() & 0700).isEqualTo(0700);
      assertThat(describe("text").permissions() & 0700).isEqualTo(0600);
    }

    @Test
    void givesNobodyMoreThanTheManifestAllowsAndItsOwnerNoLessThanReadingAndWriting() {
      ManifestEntry secret = new ManifestEntry(new RelativePath("secret"), 0, NOW, 0400);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, secret)) {
        tree.commit();
      }
      assertThat(describe("secret").permissions()).isEqualTo(0600);
    }

    @Test
    void spreadsOneStreamOverSeveralFiles() {
      ManifestEntry[] what = {entry("a", 2), entry("empty", 0), entry("b", 3)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(1, bytes(2, 3, 4));
        tree.write(4, bytes(5));
        tree.write(0, bytes(1));

        assertThat(tree.commit()).hasSize(3);
      }
      assertThat(visible()).containsExactly("a", "b", "empty");
      assertThat(content("a")).containsExactly(1, 2);
      assertThat(content("b")).containsExactly(3, 4, 5);
    }

    @Test
    void takesBytesFromSeveralThreads() {
      byte[] big = new byte[3_000_000];
      new Random(2).nextBytes(big);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("big", big.length))) {
        IntStream.range(0, 30)
            .parallel()
            .map(number -> number * 100_000)
            .forEach(offset -> tree.write(offset, ByteBuffer.wrap(big, offset, 100_000)));
        tree.commit();
      }
      assertThat(content("big")).isEqualTo(big);
    }

    @Test
    void takesThousandsOfFilesFromSeveralThreadsInPiecesThatDoNotMatchThem() {
      int sizeBytes = 70;
      byte[] all = new byte[3_000 * sizeBytes];
      new Random(3).nextBytes(all);
      ManifestEntry[] what =
          IntStream.range(0, 3_000)
              .mapToObj(number -> entry("file" + number, sizeBytes))
              .toArray(ManifestEntry[]::new);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        IntStream.range(0, all.length / 100)
            .parallel()
            .map(number -> number * 100)
            .forEach(offset -> tree.write(offset, ByteBuffer.wrap(all, offset, 100)));

        assertThat(tree.commit()).hasSize(3_000);
      }
      assertThat(visible()).hasSize(3_000);
      for (int number : new int[] {0, 1, 1_500, 2_999}) {
        assertThat(content("file" + number))
            .isEqualTo(Arrays.copyOfRange(all, number * sizeBytes, (number + 1) * sizeBytes));
      }
    }

    @Test
    void takesTheSameBytesTwice() {
      ManifestEntry[] what = {entry("whole", 2), entry("halves", 2)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(1, 2));
        tree.write(0, bytes(1, 2));
        tree.write(2, bytes(3));
        tree.write(2, bytes(3));
        tree.write(3, bytes(4));
        tree.write(3, bytes(4));
        tree.commit();
      }
      assertThat(content("whole")).containsExactly(1, 2);
      assertThat(content("halves")).containsExactly(3, 4);
      assertThat(describe("halves").modified()).isEqualTo(NOW);
    }

    @Test
    void refusesBytesOutsideTheStream() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 3))) {
        assertThatThrownBy(() -> tree.write(2, bytes(1, 2)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.write(-1, bytes(1)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.write(Long.MAX_VALUE, bytes(1)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Test
    void removesWhatWasNotCommitted() {
      IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("a", 1), entry("b", 1));
      tree.write(0, bytes(1));

      tree.close();
      tree.close();

      assertThat(occupants()).isZero();
    }

    @Test
    void leavesAloneWhatWasCommitted() {
      IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 0));
      tree.commit();

      tree.close();

      assertThat(visible()).containsExactly("file");
    }
  }

  /** The final name is taken, when the transfer begins or while it runs. */
  @Nested
  class WhereTheNameIsTaken {
    @Test
    void keepsWhatIsThere() {
      occupy("file", OLD);

      assertFails(
          FailureCode.FILE_EXISTS,
          "file",
          () -> receive(folder(), ExistingFile.KEEP, entry("file", 3)));
      assertFails(
          FailureCode.FILE_EXISTS,
          "file",
          () -> receive(in("file"), ExistingFile.KEEP, entry("theirs", 3)));

      assertThat(content("file")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void keepsWhatCameMeanwhile() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
        occupy("file", OLD);

        assertFails(FailureCode.FILE_EXISTS, "file", tree::commit);
      }
      assertThat(content("file")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void replacesOnlyAtCommit() {
      occupy("file", OLD);
      try (IncomingTree tree = receive(folder(), ExistingFile.OVERWRITE, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
        assertThat(content("file")).isEqualTo(OLD);

        tree.commit();
      }
      assertThat(content("file")).isEqualTo(CONTENT);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void replacesNothingWhenItIsNotCommitted() {
      occupy("file", OLD);

      receive(folder(), ExistingFile.OVERWRITE, entry("file", 3)).close();

      assertThat(content("file")).isEqualTo(OLD);
    }

    @Test
    void savesUnderAFreeName() {
      occupy("photo.jpg", OLD);
      occupy("photo (1).jpg", OLD);
      try (IncomingTree tree = receive(folder(), ExistingFile.RENAME, entry("photo.jpg", 3))) {
        tree.write(0, bytes(1, 2, 3));
        occupy("photo (2).jpg", OLD);

        assertThat(tree.commit().getFirst().value()).endsWith("photo (3).jpg");
      }
      assertThat(content("photo (3).jpg")).isEqualTo(CONTENT);
      assertThat(content("photo.jpg")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
        value = ExistingFile.class,
        names = {"KEEP", "OVERWRITE"})
    void neverReplacesAFolder(ExistingFile ifExists) {
      makeFolder("holidays");

      assertFails(
          FailureCode.FILE_EXISTS,
          "holidays",
          () -> receive(folder(), ifExists, entry("holidays", 3)));
      assertThat(visible()).containsExactly("holidays");
    }
  }

  /** It can't be kept there at all. */
  @Nested
  class WhereItDoesNotFit {
    @Test
    void missesTheFolder() {
      assertFails(
          FailureCode.FILE_MISSING,
          "nowhere",
          () -> receive(in("nowhere/file"), ExistingFile.KEEP, entry("file", 3)));
      assertFails(
          FailureCode.FILE_MISSING,
          "nowhere",
          () -> receive(in("nowhere/"), ExistingFile.KEEP, entry("file", 3)));
    }

    @Test
    void keepsSeveralFilesInAFolderOnly() {
      assertFails(
          FailureCode.FILE_MISSING,
          "nowhere",
          () -> receive(in("nowhere"), ExistingFile.KEEP, entry("a", 1), entry("b", 1)));
    }

    @Test
    void knowsBeforehandThatThereIsNoSpace() {
      assertFails(
          FailureCode.NO_SPACE,
          "huge",
          () -> receive(folder(), ExistingFile.KEEP, entry("huge", Long.MAX_VALUE)));
      assertThat(occupants()).isZero();
    }
  }
}
