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
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OutgoingFiles} promises. */
public abstract class OutgoingFilesContract {
  private static final Selection PORTABLE = new Selection(List.of(), false, false, false, true);

  private static final byte[] BIG = new byte[3_000_000];
  private static final Selection FOLLOWING = new Selection(List.of(), false, true);

  static {
    new Random(1).nextBytes(BIG);
  }

  private OutgoingFiles files;

  protected abstract OutgoingFiles open();

  /** Writes a file and the folders above it in the person's folder, or replaces its content. */
  protected abstract FileReference write(String name, byte[] content);

  /** Removes a file from the person's folder. */
  protected abstract void delete(String name);

  /** Makes a symbolic link in the person's folder, and the folders above it. */
  protected abstract FileReference link(String name, String target);

  /** Makes a folder in the person's folder, and those above it. */
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

    try (OutgoingTree tree = files.open(List.of(first, second), Selection.ALL)) {
      List<ManifestEntry> entries = tree.manifest().entries();
      assertThat(entries).extracting(ManifestEntry::sizeBytes).containsExactly(3L, 0L);
      assertThat(entries)
          .extracting(ManifestEntry::path)
          .containsExactly(new RelativePath("φωτογραφία.jpg"), new RelativePath("empty"));
    }
  }

  @Test
  void namesASourceSoThatItIsFoundFromAnywhere() {
    FileReference source = write("file", new byte[] {1, 2, 3});

    FileReference absolute = files.absolute(source);

    assertThat(files.absolute(absolute)).isEqualTo(absolute);
    try (OutgoingTree tree = files.open(List.of(absolute), Selection.ALL)) {
      assertThat(read(tree, 0, 3)).containsExactly(1, 2, 3);
    }
    assertThat(files.absolute(new FileReference("not there")).value()).endsWith("not there");
  }

  @Test
  void readsOneStreamAcrossFiles() {
    FileReference first = write("first", new byte[] {1, 2, 3});
    FileReference empty = write("empty", new byte[0]);
    FileReference last = write("last", new byte[] {4, 5});

    try (OutgoingTree tree = files.open(List.of(first, empty, last), Selection.ALL)) {
      assertThat(read(tree, 0, 5)).containsExactly(1, 2, 3, 4, 5);
      assertThat(read(tree, 2, 2)).containsExactly(3, 4);
      assertThat(read(tree, 3, 1)).containsExactly(4);
      assertThat(read(tree, 5, 0)).isEmpty();
    }
  }

  @Test
  void fillsWhatRemainsOfABufferAndNothingElse() {
    try (OutgoingTree tree =
        files.open(List.of(write("file", new byte[] {1, 2, 3})), Selection.ALL)) {
      ByteBuffer buffer = ByteBuffer.allocate(8).position(3).limit(5);

      tree.read(1, buffer);

      assertThat(buffer.hasRemaining()).isFalse();
      assertThat(buffer.array()).containsExactly(0, 0, 0, 2, 3, 0, 0, 0);
    }
  }

  @Test
  void servesSeveralThreads() {
    try (OutgoingTree tree = files.open(List.of(write("big", BIG)), Selection.ALL)) {
      IntStream.range(0, 30)
          .parallel()
          .map(number -> number * 100_000)
          .forEach(offset ->
              assertThat(read(tree, offset, 100_000))
                  .isEqualTo(Arrays.copyOfRange(BIG, offset, offset + 100_000)));
      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void readsThousandsOfFilesInPiecesThatDoNotMatchThem() {
    List<FileReference> sources =
        IntStream.range(0, 3_000)
            .mapToObj(number ->
                write("file" + number, Arrays.copyOfRange(BIG, number * 70, number * 70 + 70)))
            .toList();
    try (OutgoingTree tree = files.open(sources, Selection.ALL)) {
      IntStream.range(0, 2_100)
          .parallel()
          .map(number -> number * 100)
          .forEach(offset ->
              assertThat(read(tree, offset, 100))
                  .isEqualTo(Arrays.copyOfRange(BIG, offset, offset + 100)));
      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void noticesThatAFileChangedBeforeItsTurnToBeRead() {
    FileReference first = write("first", new byte[] {1});
    FileReference second = write("second", new byte[] {2});

    try (OutgoingTree tree = files.open(List.of(first, second), Selection.ALL)) {
      read(tree, 0, 1);
      write("second", new byte[0]);

      assertSpoilt(tree, 1, FailureCode.FILE_CHANGED, "second");
    }
  }

  @Test
  void refusesToReadOutsideTheStream() {
    try (OutgoingTree tree =
        files.open(List.of(write("file", new byte[] {1, 2, 3})), Selection.ALL)) {
      assertThatThrownBy(() -> read(tree, 2, 2)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> read(tree, -1, 1)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> read(tree, Long.MAX_VALUE, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void measuresWhatWouldBeSent() {
    FileReference folder = makeFolder("album");
    write("album/one", new byte[] {1, 2});
    write("album/two.tmp", new byte[] {3});
    FileReference file = write("file", new byte[] {4, 5, 6});
    Selection less = new Selection(List.of("*.tmp"), false, false);

    assertThat(files.measure(List.of(folder, file), Selection.ALL)).isEqualTo(6);
    assertThat(files.measure(List.of(folder, file), less)).isEqualTo(5);
    assertFails(
        FailureCode.FILE_MISSING,
        "not-there",
        () -> files.measure(List.of(file, reference("not-there")), Selection.ALL));
  }

  @Test
  void namesTheFileThatIsMissing() {
    FileReference there = write("there", new byte[0]);
    assertFails(
        FailureCode.FILE_MISSING,
        "not-there",
        () -> files.open(List.of(there, reference("not-there")), Selection.ALL));
  }

  @Test
  void refusesANameThatSomeSystemCannotCreateWhereNamesAreToBePortable() {
    FileReference unsafe = write("a:b", new byte[0]);

    assertFails(FailureCode.FILE_NAME_UNSAFE, "a:b", () -> files.open(List.of(unsafe), PORTABLE));
  }

  @Test
  void sendsWhateverNamesThereAre() {
    FileReference mails = makeFolder("Maildir");
    write("Maildir/cur/1700000000.M1P2.host:2,S", new byte[] {1});
    write("Maildir/What is this?", new byte[] {2});
    write("Maildir/x\\y/con.txt", new byte[] {3});
    write("Maildir/Readme", new byte[] {4});
    write("Maildir/readme", new byte[] {5});

    try (OutgoingTree tree = files.open(List.of(mails), Selection.ALL)) {
      assertThat(tree.missing()).isEmpty();
      assertThat(tree.manifest().files()).isEqualTo(5);
    }
  }

  @Test
  void refusesTwoFilesThatWouldFallTogetherAndNamesBoth() {
    FileReference one = write("a/twin", new byte[0]);
    FileReference other = write("b/twin", new byte[0]);

    assertFails(
        FailureCode.FILE_NAME_UNSAFE,
        "a/twin",
        () -> files.open(List.of(one, other), Selection.ALL));
    assertFails(
        FailureCode.FILE_NAME_UNSAFE,
        "b/twin",
        () -> files.open(List.of(one, other), Selection.ALL));
  }

  @Test
  void sendsOnceWhatIsNamedTwice() {
    FileReference file = write("in/twin", new byte[] {1});
    FileReference folder = makeFolder("in");

    try (OutgoingTree tree =
        files.open(
            List.of(file, file, folder, reference("in/./twin"), reference("in/")), Selection.ALL)) {
      assertThat(paths(tree)).containsExactly("twin", "in/", "in/twin");
    }
  }

  @Test
  void verifiesWhatDidNotChange() {
    try (OutgoingTree tree =
        files.open(List.of(write("file", new byte[] {1, 2, 3})), Selection.ALL)) {
      read(tree, 0, 3);

      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void noticesWhenAFileBecomesShorter() {
    try (OutgoingTree tree =
        files.open(List.of(write("file", new byte[] {1, 2, 3})), Selection.ALL)) {
      write("file", new byte[] {1});

      assertThat(read(tree, 0, 3)).containsExactly(0, 0, 0);
      assertSpoilt(tree, 0, FailureCode.FILE_CHANGED, "file");
    }
  }

  @Test
  void givesWhatWasThereWhenAFileGrows() {
    FileReference folder = makeFolder("logs");
    write("logs/file", new byte[] {1, 2, 3});
    write("logs/other", new byte[] {7});
    try (OutgoingTree tree = files.open(List.of(folder), Selection.ALL)) {
      write("logs/file", new byte[] {1, 2, 3, 4});

      assertThat(read(tree, 0, 4)).containsExactly(1, 2, 3, 7);
      assertThat(read(tree, 1, 2)).containsExactly(2, 3);
      assertThat(tree.spoilt().isEmpty()).isTrue();
      assertThat(tree.grown())
          .singleElement()
          .satisfies(grown -> assertThat(grown.path()).endsWith("logs/file"));
    }
  }

  @Test
  void noticesWhenAFileGrowsThatMustNot() {
    FileReference file = write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree =
        files.open(List.of(file), new Selection(List.of(), false, false, true, false))) {
      write("file", new byte[] {1, 2, 3, 4});

      assertSpoilt(tree, 0, FailureCode.FILE_CHANGED, "file");
      assertThat(tree.grown()).isEmpty();
    }
  }

  @Test
  void standsInWithZerosForAFileThatIsSpoilt() {
    FileReference first = write("first", new byte[] {1, 2});
    FileReference second = write("second", new byte[] {3, 4});
    FileReference third = write("third", new byte[] {5, 6});

    try (OutgoingTree tree = files.open(List.of(first, second, third), Selection.ALL)) {
      delete("second");

      assertThat(tree.read(0, ByteBuffer.allocate(2))).isTrue();
      assertThat(tree.unreadable().isEmpty()).isTrue();
      assertThat(tree.read(1, ByteBuffer.allocate(4))).isFalse();
      assertThat(tree.unreadable().byPlace()).containsOnlyKeys(1);
      assertThat(read(tree, 1, 4)).containsExactly(2, 0, 0, 5);
      assertSpoilt(tree, 1, FailureCode.FILE_MISSING, "second");
      assertThat(read(tree, 0, 6)).containsExactly(1, 2, 0, 0, 5, 6);
    }
  }

  @Test
  void doesNotRecoverAFileThatWasSpoiltOnce() {
    FileReference file = write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = files.open(List.of(file), Selection.ALL)) {
      delete("file");
      read(tree, 0, 1);
      write("file", new byte[] {1, 2, 3});

      assertThat(read(tree, 0, 3)).containsExactly(0, 0, 0);
      assertThat(tree.spoilt().byPlace()).containsOnlyKeys(0);
    }
  }

  @Test
  void noticesThatAFileIsGoneThatNobodyRead() {
    FileReference folder = makeFolder("album");
    write("album/one", new byte[] {1});
    write("album/two", new byte[0]);
    try (OutgoingTree tree = files.open(List.of(folder), Selection.ALL)) {
      delete("album/two");

      assertSpoilt(tree, 2, FailureCode.FILE_MISSING, "album/two");
    }
  }

  @Test
  void walksAFolderInTheOrderOfItsNames() {
    FileReference album = makeFolder("album");
    write("album/b", new byte[] {2});
    write("album/a/x", new byte[] {1});
    write("album/a.b", new byte[] {3});
    write("album/.hidden", new byte[] {4});
    makeFolder("album/c/empty");

    try (OutgoingTree tree = files.open(List.of(album), Selection.ALL)) {
      assertThat(paths(tree))
          .containsExactly(
              "album/",
              "album/.hidden",
              "album/a/",
              "album/a/x",
              "album/a.b",
              "album/b",
              "album/c/",
              "album/c/empty/");
      assertThat(read(tree, 0, 4)).containsExactly(4, 1, 3, 2);
      assertThat(tree.missing()).isEmpty();
      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void sendsAFolderUnderItsLastNameHoweverItIsTyped() {
    makeFolder("album/inner");
    for (String typed : List.of("album/inner", "album/inner/", "album/./inner")) {
      try (OutgoingTree tree = files.open(List.of(reference(typed)), Selection.ALL)) {
        assertThat(paths(tree)).containsExactly("inner/");
      }
    }
  }

  @Test
  void sendsFilesAndFoldersTogether() {
    FileReference file = write("z", new byte[] {1});
    FileReference folder = makeFolder("album");
    write("album/one", new byte[] {2});

    try (OutgoingTree tree = files.open(List.of(file, folder), Selection.ALL)) {
      assertThat(paths(tree)).containsExactly("z", "album/", "album/one");
    }
  }

  @Test
  void saysWhenThereIsNothingToSend() {
    assertThatThrownBy(() -> files.open(List.of(), Selection.ALL))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.INVALID_ARGUMENT);
  }

  @Test
  void leavesOutNamesThatSomeSystemCannotCreateAndGoesOn() {
    FileReference folder = makeFolder("album");
    write("album/a:b", new byte[] {1});
    write("album/ends.", new byte[] {2});
    write("album/nul", new byte[] {3});
    write("album/x\\y/z", new byte[] {4});
    write("album/fine", new byte[] {5});

    try (OutgoingTree tree = files.open(List.of(folder), PORTABLE)) {
      assertThat(paths(tree)).containsExactly("album/", "album/fine");
      assertMissing(
          tree,
          FailureCode.FILE_NAME_UNSAFE,
          "album/a:b",
          "album/ends.",
          "album/nul",
          "album/x\\y");
    }
  }

  @Test
  void leavesOutWhatHasNotArrivedYet() {
    FileReference folder = makeFolder("inbox");
    write("inbox/.0c9d5e.localstream-part/0", new byte[] {1});
    write("inbox/fine", new byte[] {2});

    try (OutgoingTree tree = files.open(List.of(folder), Selection.ALL)) {
      assertThat(paths(tree)).containsExactly("inbox/", "inbox/fine");
      assertMissing(tree, FailureCode.FILE_NAME_UNSAFE, "inbox/.0c9d5e.localstream-part");
    }
  }

  @Test
  void leavesOutWhatFallsTogetherWithAnother() {
    FileReference folder = makeFolder("album");
    write("album/Readme", new byte[] {1});
    write("album/readme", new byte[] {2});
    write("album/\u00e9", new byte[] {3});
    write("album/e\u0301/x", new byte[] {4});

    try (OutgoingTree tree = files.open(List.of(folder), PORTABLE)) {
      assertThat(tree.manifest().entries()).hasSize(4);
      assertMissing(tree, FailureCode.FILE_NAME_UNSAFE, "album/readme", "album/\u00e9");
    }
  }

  @Test
  void leavesOutWhatLiesTooDeep() {
    String deep = "d/".repeat(RelativePath.MAX_SEGMENTS - 1);
    write(deep + "fits", new byte[] {1});
    write(deep + "e/too-deep", new byte[] {2});

    try (OutgoingTree tree = files.open(List.of(reference("d")), Selection.ALL)) {
      assertThat(tree.manifest().entries()).hasSize(RelativePath.MAX_SEGMENTS + 1);
      assertMissing(tree, FailureCode.FILE_NAME_UNSAFE, deep + "e/too-deep");
    }
  }

  @Test
  void sendsLinksAsLinks() {
    FileReference folder = makeFolder("album");
    write("album/one", new byte[] {1});
    link("album/beside", "one");
    link("album/in/above", "../one");
    link("album/in/folder", "..");
    link("album/nowhere", "not-there/yet");
    link("album/here", "./one");

    try (OutgoingTree tree = files.open(List.of(folder), Selection.ALL)) {
      assertThat(paths(tree))
          .containsExactly(
              "album/",
              "album/beside -> one",
              "album/here -> one",
              "album/in/",
              "album/in/above -> ../one",
              "album/in/folder -> ..",
              "album/nowhere -> not-there/yet",
              "album/one");
      assertThat(tree.missing()).isEmpty();
    }
  }

  @Test
  void leavesOutLinksThatLeadOutOfWhatIsSent() {
    FileReference folder = makeFolder("album");
    write("secret", new byte[] {1});
    link("album/a", "/no/such/passwd");
    link("album/b", "../secret");
    link("album/c", "..");
    link("album/d", "../../../secret");
    link("album/e", "x/../../secret");
    link("album/f/g", "../../secret");

    try (OutgoingTree tree = files.open(List.of(folder), Selection.ALL)) {
      assertThat(paths(tree)).containsExactly("album/", "album/f/");
      assertMissing(
          tree,
          FailureCode.FILE_UNREADABLE,
          "album/a",
          "album/b",
          "album/c",
          "album/d",
          "album/e",
          "album/f/g");
      assertThat(tree.missing())
          .allSatisfy(missing -> assertThat(missing.words()).contains("--follow-links"));
    }
  }

  @Test
  void sendsALinkToWhatIsSentBesideIt() {
    FileReference folder = makeFolder("album");
    FileReference other = write("other/one", new byte[] {1});
    link("album/a", "../other/one");

    try (OutgoingTree tree = files.open(List.of(folder, reference("other")), Selection.ALL)) {
      assertThat(paths(tree))
          .containsExactly("album/", "album/a -> ../other/one", "other/", "other/one");
    }
    try (OutgoingTree tree = files.open(List.of(folder, other), Selection.ALL)) {
      assertMissing(tree, FailureCode.FILE_UNREADABLE, "album/a");
    }
  }

  @Test
  void followsALinkThatThePersonTyped() {
    write("album/one", new byte[] {1});
    FileReference folder = link("folder", "album");
    FileReference file = link("file", "album/one");

    try (OutgoingTree tree = files.open(List.of(folder, file), Selection.ALL)) {
      assertThat(paths(tree)).containsExactly("folder/", "folder/one", "file");
      assertThat(read(tree, 0, 2)).containsExactly(1, 1);
      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void followsLinksWhereItIsToldTo() {
    FileReference folder = makeFolder("album");
    write("other/one", new byte[] {1, 2});
    link("album/file", "../other/one");
    link("album/folder", "../other");
    link("album/nowhere", "not-there");

    try (OutgoingTree tree = files.open(List.of(folder), FOLLOWING)) {
      assertThat(paths(tree))
          .containsExactly("album/", "album/file", "album/folder/", "album/folder/one");
      assertThat(read(tree, 0, 4)).containsExactly(1, 2, 1, 2);
      assertThat(tree.spoilt().byPlace()).isEmpty();
      assertMissing(tree, FailureCode.FILE_MISSING, "album/nowhere");
    }
  }

  @Test
  void leavesOutALinkThatLeadsBack() {
    FileReference folder = makeFolder("album");
    link("album/in/back", "../../album");
    link("album/in/self", ".");
    link("album/round", "round");
    write("album/z", new byte[] {1});

    try (OutgoingTree tree = files.open(List.of(folder), FOLLOWING)) {
      assertThat(paths(tree)).containsExactly("album/", "album/in/", "album/z");
      assertMissing(
          tree, FailureCode.FILE_UNREADABLE, "album/in/back", "album/in/self", "album/round");
    }
  }

  @Test
  void leavesOutWhatIsExcluded() {
    FileReference folder = makeFolder("album");
    FileReference typed = write("typed.log", new byte[0]);
    write("album/a.log", new byte[0]);
    write("album/keep.log", new byte[0]);
    write("album/in/b.log", new byte[0]);
    write("album/in/top", new byte[0]);
    write("album/top", new byte[0]);
    write("album/cache/x", new byte[0]);
    write("album/a:b.log", new byte[0]);

    Selection selection =
        new Selection(List.of("*.log", "!keep.log", "/top", "cache/"), false, false);
    try (OutgoingTree tree = files.open(List.of(folder, typed), selection)) {
      assertThat(paths(tree))
          .containsExactly("album/", "album/in/", "album/in/top", "album/keep.log", "typed.log");
      assertThat(tree.missing()).isEmpty();
    }
  }

  @Test
  void readsGitignoreFilesOnlyWhenToldTo() {
    FileReference folder = makeFolder("work");
    write("work/.git/config", new byte[0]);
    write("work/.gitignore", "*.o\n/out/\n".getBytes(StandardCharsets.UTF_8));
    write("work/a.o", new byte[0]);
    write("work/in/.gitignore", "!keep.o\n/out\n".getBytes(StandardCharsets.UTF_8));
    write("work/in/keep.o", new byte[0]);
    write("work/in/other.o", new byte[0]);
    write("work/in/out", new byte[0]);
    write("work/in/on/out/x", new byte[0]);
    write("work/out/x", new byte[0]);

    try (OutgoingTree tree = files.open(List.of(folder), new Selection(List.of(), true, false))) {
      assertThat(paths(tree))
          .containsExactly(
              "work/",
              "work/.gitignore",
              "work/in/",
              "work/in/.gitignore",
              "work/in/keep.o",
              "work/in/on/",
              "work/in/on/out/",
              "work/in/on/out/x");
    }
    try (OutgoingTree tree = files.open(List.of(folder), Selection.ALL)) {
      assertThat(paths(tree)).hasSize(15);
    }
  }

  @Test
  void closesTwice() {
    OutgoingTree tree = files.open(List.of(write("file", new byte[] {1})), Selection.ALL);

    tree.close();
    tree.close();
  }

  /** Folders end with a slash, links tell where they lead. */
  private static List<String> paths(OutgoingTree tree) {
    return tree.manifest().entries().stream()
        .map(entry ->
            switch (entry) {
              case ManifestEntry.File file -> file.path().value();
              case ManifestEntry.Folder folder -> folder.path().value() + "/";
              case ManifestEntry.Link link -> link.path().value() + " -> " + link.target().value();
            })
        .toList();
  }

  private static void assertMissing(OutgoingTree tree, FailureCode reason, String... paths) {
    assertThat(tree.missing()).extracting(MissingEntry::reason).containsOnly(reason);
    assertThat(tree.missing()).hasSameSizeAs(paths);
    for (String path : paths) {
      assertThat(tree.missing()).anyMatch(missing -> missing.path().endsWith(path));
    }
  }

  private static void assertSpoilt(OutgoingTree tree, int file, FailureCode code, String naming) {
    assertThat(tree.spoilt().byPlace()).containsOnlyKeys(file);
    MissingEntry spoilt = Objects.requireNonNull(tree.spoilt().byPlace().get(file));
    assertThat(spoilt.reason()).isEqualTo(code);
    assertThat(spoilt.path()).contains(naming);
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
