package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.contract.OutgoingFilesContract;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskOutgoingFilesTest extends OutgoingFilesContract {
  private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02.123456789Z");

  @TempDir private Path folder;

  @Override
  protected OutgoingFiles open() {
    return new DiskOutgoingFiles(folder, folder.resolve("home"));
  }

  @Override
  protected FileReference write(String name, byte[] content) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), content);
      return reference(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected FileReference makeFolder(String name) {
    try {
      Files.createDirectories(folder.resolve(name));
      return reference(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void delete(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected FileReference link(String name, String target) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createSymbolicLink(folder.resolve(name), Path.of(target));
      return reference(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected FileReference reference(String name) {
    return new FileReference(name);
  }

  private OutgoingTree open(String typed) {
    return open().open(List.of(new FileReference(typed)), Selection.ALL);
  }

  private static void assertFails(FailureCode code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(code))
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  @Test
  void describesTimeAndPermissions() throws IOException {
    write("script", new byte[1]);
    Files.setLastModifiedTime(folder.resolve("script"), FileTime.from(LONG_AGO));
    Files.setPosixFilePermissions(
        folder.resolve("script"), PosixFilePermissions.fromString("rwxr-x--x"));
    Files.setAttribute(folder.resolve("script"), "unix:mode", 04751);

    try (OutgoingTree tree = open("script")) {
      ManifestEntry entry = tree.manifest().entries().getFirst();
      assertThat(entry.modified()).isEqualTo(LONG_AGO);
      assertThat(entry.permissions()).isEqualTo(0751);
    }
  }

  @Test
  void findsFilesByAbsolutePathAndInThePersonsHome() {
    makeFolder("home");
    write("home/file", new byte[3]);

    for (String typed :
        List.of(folder.resolve("home/file").toString(), "~/file", "./home/../home/file")) {
      try (OutgoingTree tree = open(typed)) {
        assertThat(tree.manifest().display()).isEqualTo("file");
      }
    }
  }

  @Test
  void followsALinkThatThePersonNamedAndSendsItUnderItsOwnName() throws IOException {
    write("target", new byte[] {1, 2, 3});
    Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));

    try (OutgoingTree tree = open("link")) {
      assertThat(tree.manifest().display()).isEqualTo("link");
      assertThat(tree.manifest().totalBytes()).isEqualTo(3);
      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void doesNotWaitForAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertFails(FailureCode.FILE_UNREADABLE, () -> open("pipe"));
    assertFails(FailureCode.FILE_UNREADABLE, () -> open("/dev/null"));
  }

  @Test
  void refusesPathsThatNoFileCanHave() {
    assertFails(FailureCode.FILE_MISSING, () -> open("nul\0byte"));
    assertFails(FailureCode.FILE_UNREADABLE, () -> open("x".repeat(300)));
    assertFails(FailureCode.FILE_NAME_UNSAFE, () -> open("/"));
  }

  @Test
  void noticesAnotherFileInItsPlace() throws IOException {
    write("file", new byte[] {1, 2, 3});
    FileTime modified = Files.getLastModifiedTime(folder.resolve("file"));
    try (OutgoingTree tree = open("file")) {
      write("other", new byte[] {4, 5, 6});
      Files.setLastModifiedTime(folder.resolve("other"), modified);
      Files.move(
          folder.resolve("other"), folder.resolve("file"), StandardCopyOption.REPLACE_EXISTING);

      assertSpoilt(tree, FailureCode.FILE_CHANGED, "file");
    }
  }

  @Test
  void noticesAnotherModificationTime() throws IOException {
    write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = open("file")) {
      Files.setLastModifiedTime(folder.resolve("file"), FileTime.from(LONG_AGO));

      assertSpoilt(tree, FailureCode.FILE_CHANGED, "file");
    }
  }

  @Test
  void noticesThatTheFileIsGone() throws IOException {
    write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = open("file")) {
      Files.delete(folder.resolve("file"));

      assertSpoilt(tree, FailureCode.FILE_MISSING, "file");
    }
  }

  @Test
  void endsWithoutAnErrorOfTheFileWhenItIsInterrupted() {
    write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = open("file")) {
      Thread.currentThread().interrupt();

      assertFails(FailureCode.CANCELLED, () -> tree.read(0, ByteBuffer.allocate(3)));
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void leavesNoFileOpenWhenOneOfThemCannotBeSent() throws IOException {
    write("first", new byte[1]);
    long before = openDescriptors();
    for (int i = 0; i < 10; i++) {
      assertFails(
          FailureCode.FILE_MISSING,
          () -> open().open(List.of(reference("first"), reference("missing")), Selection.ALL));
    }
    assertThat(openDescriptors()).isLessThan(before + 10);
  }

  @Test
  void keepsFewOfManyFilesOpen() throws IOException {
    List<FileReference> sources = new ArrayList<>();
    for (int number = 0; number < 500; number++) {
      sources.add(write("file" + number, new byte[] {1, 2}));
    }
    long before = openDescriptors();
    try (OutgoingTree tree = open().open(sources, Selection.ALL)) {
      for (int number = 0; number < 500; number++) {
        tree.read(number * 2L, ByteBuffer.allocate(1));
      }
      assertThat(openDescriptors()).isLessThan(before + OpenChannels.MAX_IDLE + 20);
    }
  }

  @Test
  void sendsNothingOfAnotherFileInItsPlace() throws IOException {
    write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = open("file")) {
      Files.delete(folder.resolve("file"));
      write("secret", new byte[] {4, 5, 6});
      Files.createSymbolicLink(folder.resolve("file"), Path.of("secret"));

      assertThat(read(tree, 0, 3)).containsExactly(0, 0, 0);
      assertThat(read(tree, 0, 1)).containsExactly(0);
      assertSpoilt(tree, FailureCode.FILE_CHANGED, "file");
    }
  }

  @Test
  void readsNothingOnceClosed() {
    write("file", new byte[] {1, 2, 3});
    OutgoingTree tree = open("file");
    tree.close();

    assertFails(FailureCode.CANCELLED, () -> tree.read(0, ByteBuffer.allocate(3)));
    assertFails(FailureCode.CANCELLED, () -> tree.read(0, ByteBuffer.allocate(1)));
  }

  private static byte[] read(OutgoingTree tree, long offset, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    tree.read(offset, buffer);
    return buffer.array();
  }

  private void assertSpoilt(OutgoingTree tree, FailureCode reason, String name) {
    assertThat(tree.spoilt().byPlace())
        .hasEntrySatisfying(
            0,
            spoilt -> {
              assertThat(spoilt.reason()).isEqualTo(reason);
              assertThat(spoilt.path()).isEqualTo(folder.resolve(name).toString());
            })
        .hasSize(1);
  }

  @Test
  void describesFoldersAndLinks() throws IOException {
    write("album/one", new byte[1]);
    link("album/link", "one");
    Files.setAttribute(
        folder.resolve("album/link"),
        "lastModifiedTime",
        FileTime.from(LONG_AGO),
        LinkOption.NOFOLLOW_LINKS);
    Files.setPosixFilePermissions(
        folder.resolve("album"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.setAttribute(folder.resolve("album"), "unix:mode", 03750);
    Files.setLastModifiedTime(folder.resolve("album"), FileTime.from(LONG_AGO.plusSeconds(1)));

    try (OutgoingTree tree = open("album")) {
      ManifestEntry album = tree.manifest().entries().getFirst();
      assertThat(album.modified()).isEqualTo(LONG_AGO.plusSeconds(1));
      assertThat(album.permissions()).isEqualTo(0750);
      assertThat(tree.manifest().entries().get(1).modified().getEpochSecond())
          .isEqualTo(LONG_AGO.getEpochSecond());
    }
  }

  @Test
  void sendsAFolderUnderItsRealNameWhereverThePersonIs() {
    makeFolder("album/in");
    for (String typed : List.of(".", "./", "in/..", "../album/", "in/../../album")) {
      try (OutgoingTree tree =
          new DiskOutgoingFiles(folder.resolve("album"), folder)
              .open(List.of(new FileReference(typed)), Selection.ALL)) {
        assertThat(tree.manifest().entries().getFirst().path().value()).isEqualTo("album");
      }
    }
    try (OutgoingTree tree =
        new DiskOutgoingFiles(folder.resolve("album/in"), folder)
            .open(List.of(new FileReference("..")), Selection.ALL)) {
      assertThat(tree.manifest().entries().getFirst().path().value()).isEqualTo("album");
    }
  }

  @Test
  void sendsNoFileThatHoldsAnotherAmountThanItsSizeSays() {
    Path pretending = Path.of("/proc/sys/kernel/random");
    assumeTrue(Files.isReadable(pretending.resolve("uuid")), "no proc(5) here");

    assertThatThrownBy(() -> open(pretending.resolve("uuid").toString()))
        .isInstanceOf(LocalStreamException.class)
        .hasMessageContaining("uuid holds another amount than its size says");
    try (OutgoingTree tree = open(pretending.toString())) {
      assertThat(tree.manifest().totalBytes()).isZero();
      assertThat(tree.manifest().entries()).hasSize(1);
      assertThat(tree.missing())
          .extracting(MissingEntry::path)
          .contains(pretending.resolve("uuid").toString());
    }
  }

  @Test
  void leavesOutPipesInAFolder() throws Exception {
    write("album/z", new byte[1]);
    Path pipe = folder.resolve("album/pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    try (OutgoingTree tree = open("album")) {
      assertThat(tree.manifest().entries()).hasSize(2);
      assertThat(tree.missing())
          .containsExactly(
              new MissingEntry(
                  pipe.toString(),
                  FailureCode.FILE_UNREADABLE,
                  "is a pipe, socket or device and is left out"));
    }
  }

  @Test
  void leavesOutANameThatIsNoText() throws Exception {
    write("album/z", new byte[1]);
    String script = "cd \"$0\" && touch \"$(printf 'a\\377')\"";
    ProcessBuilder touch =
        new ProcessBuilder("sh", "-c", script, folder.resolve("album").toString());
    assertThat(touch.start().waitFor()).isZero();

    try (OutgoingTree tree = open("album")) {
      assertThat(tree.manifest().entries()).hasSize(2);
      assertThat(tree.missing())
          .extracting(MissingEntry::reason)
          .containsExactly(FailureCode.FILE_NAME_UNSAFE);
    }
  }

  @Test
  void leavesOutWhatMayNotBeReadAndGoesOn() throws IOException {
    write("album/a", new byte[1]);
    write("album/b/x", new byte[1]);
    write("album/c", new byte[1]);
    Files.setPosixFilePermissions(
        folder.resolve("album/a"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        folder.resolve("album/b"), PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(folder.resolve("album/a")), "root may read everything");
      try (OutgoingTree tree = open("album")) {
        assertThat(tree.manifest().entries())
            .extracting(entry -> entry.path().value())
            .containsExactly("album", "album/c");
        assertThat(tree.missing())
            .extracting(MissingEntry::path)
            .containsExactly(
                folder.resolve("album/a").toString(), folder.resolve("album/b").toString());
      }
      assertFails(FailureCode.FILE_UNREADABLE, () -> open("album/a"));
      assertFails(FailureCode.FILE_UNREADABLE, () -> open("album/b"));
    } finally {
      Files.setPosixFilePermissions(
          folder.resolve("album/b"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void saysThatATypedLinkLeadsNowhere() {
    link("link", "not-there");
    link("round", "round");

    assertFails(FailureCode.FILE_MISSING, () -> open("link"));
    assertFails(FailureCode.FILE_UNREADABLE, () -> open("round"));
  }

  @Test
  void judgesALinkByWhereTheTypedFolderReallyLies() {
    write("real/album/one", new byte[1]);
    write("real/other/secret", new byte[1]);
    write("other/one", new byte[1]);
    link("real/album/link", "../other/one");
    link("album", "real/album");

    try (OutgoingTree tree =
        open().open(List.of(reference("album"), reference("other")), Selection.ALL)) {
      assertThat(tree.missing())
          .extracting(MissingEntry::path)
          .containsExactly(folder.resolve("album/link").toString());
    }
  }

  @Test
  void walksAndReadsManyFilesWithFewDescriptors() throws IOException {
    for (int number = 0; number < 20_000; number++) {
      if (number % 1_000 == 0) {
        makeFolder("many/" + number / 1_000);
      }
      Files.write(folder.resolve("many/" + number / 1_000 + "/" + number), new byte[] {1, 2});
    }
    long before = openDescriptors();
    try (OutgoingTree tree = open("many")) {
      assertThat(openDescriptors()).isLessThan(before + 20);
      assertThat(tree.manifest().files()).isEqualTo(20_000);
      assertThat(tree.manifest().entries()).hasSize(20_021);
      for (int offset = 0; offset < 40_000; offset += 2_000) {
        assertThat(read(tree, offset, 2_000)).startsWith(1, 2, 1, 2);
      }
      assertThat(openDescriptors()).isLessThan(before + OpenChannels.MAX_IDLE + 20);
      assertThat(tree.spoilt().byPlace()).isEmpty();
    }
  }

  @Test
  void standsInWithZerosFromWhereAFileIsCutOff() throws IOException {
    write("file", new byte[] {1, 2, 3, 4});
    write("next", new byte[] {5, 6});
    try (OutgoingTree tree =
        open().open(List.of(reference("file"), reference("next")), Selection.ALL)) {
      assertThat(read(tree, 0, 2)).containsExactly(1, 2);
      write("file", new byte[] {1});

      assertThat(read(tree, 2, 3)).containsExactly(0, 0, 5);
      assertThat(read(tree, 0, 1)).containsExactly(0);
      assertSpoilt(tree, FailureCode.FILE_CHANGED, "file");
    }
  }

  @Test
  void noticesAFileThatIsReplacedInTheMiddle() throws IOException {
    write("file", new byte[] {1, 2, 3, 4});
    try (OutgoingTree tree = open("file")) {
      assertThat(read(tree, 0, 2)).containsExactly(1, 2);
      write("other", new byte[] {5, 6, 7, 8});
      Files.move(
          folder.resolve("other"), folder.resolve("file"), StandardCopyOption.REPLACE_EXISTING);

      assertThat(read(tree, 2, 2)).containsExactly(3, 4);
      assertSpoilt(tree, FailureCode.FILE_CHANGED, "file");
    }
  }

  @Test
  void readsNothingOfAPipeThatTookThePlaceOfAFile() throws Exception {
    write("file", new byte[] {1, 2, 3, 4});
    try (OutgoingTree tree = open("file")) {
      Files.delete(folder.resolve("file"));
      Path pipe = folder.resolve("file");
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

      assertThat(read(tree, 0, 4)).containsExactly(0, 0, 0, 0);
      assertSpoilt(tree, FailureCode.FILE_CHANGED, "file");
    }
  }

  private static long openDescriptors() throws IOException {
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.count();
    }
  }
}
