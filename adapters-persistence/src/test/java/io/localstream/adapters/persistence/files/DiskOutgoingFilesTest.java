package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.contract.OutgoingFilesContract;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
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
      Files.write(folder.resolve(name), content);
      return reference(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected FileReference makeFolder(String name) {
    try {
      Files.createDirectory(folder.resolve(name));
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
    return open().open(List.of(new FileReference(typed)));
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
      tree.verifyUnchanged();
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
    assertFails(FailureCode.FILE_UNREADABLE, () -> open("/"));
    assertFails(FailureCode.FILE_UNREADABLE, () -> open(".."));
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

      assertFails(FailureCode.FILE_CHANGED, tree::verifyUnchanged);
    }
  }

  @Test
  void noticesAnotherModificationTime() throws IOException {
    write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = open("file")) {
      Files.setLastModifiedTime(folder.resolve("file"), FileTime.from(LONG_AGO));

      assertFails(FailureCode.FILE_CHANGED, tree::verifyUnchanged);
    }
  }

  @Test
  void noticesThatTheFileIsGone() throws IOException {
    write("file", new byte[] {1, 2, 3});
    try (OutgoingTree tree = open("file")) {
      Files.delete(folder.resolve("file"));

      assertFails(FailureCode.FILE_CHANGED, tree::verifyUnchanged);
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
          () -> open().open(List.of(reference("first"), reference("missing"))));
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
    try (OutgoingTree tree = open().open(sources)) {
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

      assertFails(FailureCode.FILE_CHANGED, () -> tree.read(0, ByteBuffer.allocate(3)));
      assertFails(FailureCode.FILE_CHANGED, () -> tree.read(0, ByteBuffer.allocate(1)));
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

  private static long openDescriptors() throws IOException {
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.count();
    }
  }
}
