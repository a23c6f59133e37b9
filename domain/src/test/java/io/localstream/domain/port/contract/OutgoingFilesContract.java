package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OutgoingFiles} promises. */
public abstract class OutgoingFilesContract {
  private static final byte[] BIG = new byte[3_000_000];

  static {
    new Random(1).nextBytes(BIG);
  }

  private OutgoingFiles files;

  protected abstract OutgoingFiles open();

  /** Writes a file, or replaces its content in place, in the person's folder. */
  protected abstract FileReference write(String name, byte[] content);

  /** Makes a folder in the person's folder. */
  protected abstract FileReference makeFolder(String name);

  /** A path in the person's folder at which there need not be anything. */
  protected abstract FileReference reference(String name);

  @BeforeEach
  final void openFiles() {
    files = open();
  }

  @Test
  void describesFilesUnderTheirLastNames() {
    FileReference first = write("φωτογραφία.jpg", new byte[] {1, 2, 3});
    FileReference second = write("empty", new byte[0]);

    try (OutgoingTree tree = files.open(List.of(first, second))) {
      List<ManifestEntry> entries = tree.manifest().entries();
      assertThat(entries).extracting(ManifestEntry::sizeBytes).containsExactly(3L, 0L);
      assertThat(entries)
          .extracting(ManifestEntry::path)
          .containsExactly(new RelativePath("φωτογραφία.jpg"), new RelativePath("empty"));
    }
  }

  @Test
  void readsOneStreamAcrossFiles() {
    FileReference first = write("first", new byte[] {1, 2, 3});
    FileReference empty = write("empty", new byte[0]);
    FileReference last = write("last", new byte[] {4, 5});

    try (OutgoingTree tree = files.open(List.of(first, empty, last))) {
      assertThat(read(tree, 0, 5)).containsExactly(1, 2, 3, 4, 5);
      assertThat(read(tree, 2, 2)).containsExactly(3, 4);
      assertThat(read(tree, 3, 1)).containsExactly(4);
      assertThat(read(tree, 5, 0)).isEmpty();
    }
  }

  @Test
  void fillsWhatRemainsOfABufferAndNothingElse() {
    try (OutgoingTree tree = files.open(List.of(write("file", new byte[] {1, 2, 3})))) {
      ByteBuffer buffer = ByteBuffer.allocate(8).position(3).limit(5);

      tree.read(1, buffer);

      assertThat(buffer.hasRemaining()).isFalse();
      assertThat(buffer.array()).containsExactly(0, 0, 0, 2, 3, 0, 0, 0);
    }
  }

  @Test
  void servesSeveralThreads() {
    try (OutgoingTree tree = files.open(List.of(write("big", BIG)))) {
      IntStream.range(0, 30)
          .parallel()
          .map(number -> number * 100_000)
          .forEach(offset ->
              assertThat(read(tree, offset, 100_000))
                  .isEqualTo(Arrays.copyOfRange(BIG, offset, offset + 100_000)));
      tree.verifyUnchanged();
    }
  }

  @Test
  void readsThousandsOfFilesInPiecesThatDoNotMatchThem() {
    List<FileReference> sources =
        IntStream.range(0, 3_000)
            .mapToObj(number ->
                write("file" + number, Arrays.copyOfRange(BIG, number * 70, number * 70 + 70)))
            .toList();
    try (OutgoingTree tree = files.open(sources)) {
      IntStream.range(0, 2_100)
          .parallel()
          .map(number -> number * 100)
          .forEach(offset ->
              assertThat(read(tree, offset, 100))
                  .isEqualTo(Arrays.copyOfRange(BIG, offset, offset + 100)));
      tree.verifyUnchanged();
    }
  }

  @Test
  void noticesThatAFileChangedBeforeItsTurnToBeRead() {
    FileReference first = write("first", new byte[] {1});
    FileReference second = write("second", new byte[] {2});

    try (OutgoingTree tree = files.open(List.of(first, second))) {
      read(tree, 0, 1);
      write("second", new byte[] {3, 4});

      assertFails(FailureCode.FILE_CHANGED, "second", tree::verifyUnchanged);
    }
  }

  @Test
  void refusesToReadOutsideTheStream() {
    try (OutgoingTree tree = files.open(List.of(write("file", new byte[] {1, 2, 3})))) {
      assertThatThrownBy(() -> read(tree, 2, 2)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> read(tree, -1, 1)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> read(tree, Long.MAX_VALUE, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void namesTheFileThatIsMissing() {
    FileReference there = write("there", new byte[0]);
    assertFails(
        FailureCode.FILE_MISSING,
        "not-there",
        () -> files.open(List.of(there, reference("not-there"))));
  }

  @Test
  void refusesAFolder() {
    assertFails(
        FailureCode.FILE_UNREADABLE, "holidays", () -> files.open(List.of(makeFolder("holidays"))));
  }

  @Test
  void refusesANameThatSomeSystemCannotCreate() {
    FileReference unsafe = write("a:b", new byte[0]);

    assertFails(FailureCode.FILE_NAME_UNSAFE, "a:b", () -> files.open(List.of(unsafe)));
  }

  @Test
  void refusesTwoFilesThatWouldFallTogether() {
    FileReference file = write("twin", new byte[0]);

    assertFails(FailureCode.FILE_NAME_UNSAFE, "twin", () -> files.open(List.of(file, file)));
  }

  @Test
  void verifiesWhatDidNotChange() {
    try (OutgoingTree tree = files.open(List.of(write("file", new byte[] {1, 2, 3})))) {
      read(tree, 0, 3);

      tree.verifyUnchanged();
    }
  }

  @Test
  void noticesWhenAFileBecomesShorter() {
    try (OutgoingTree tree = files.open(List.of(write("file", new byte[] {1, 2, 3})))) {
      write("file", new byte[] {1});

      assertFails(FailureCode.FILE_CHANGED, "file", () -> read(tree, 0, 3));
      assertFails(FailureCode.FILE_CHANGED, "file", tree::verifyUnchanged);
    }
  }

  @Test
  void noticesWhenAFileGrows() {
    try (OutgoingTree tree = files.open(List.of(write("file", new byte[] {1, 2, 3})))) {
      write("file", new byte[] {1, 2, 3, 4});

      assertFails(FailureCode.FILE_CHANGED, "file", tree::verifyUnchanged);
    }
  }

  @Test
  void closesTwice() {
    OutgoingTree tree = files.open(List.of(write("file", new byte[] {1})));

    tree.close();
    tree.close();
  }

  private static byte[] read(OutgoingTree tree, long offset, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    tree.read(offset, buffer);
    assertThat(buffer.hasRemaining()).isFalse();
    return buffer.array();
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
}
