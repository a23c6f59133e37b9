package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartRemainsTest {
  @TempDir private Path base;
  private Path remains;

  @BeforeEach
  void leaveSomething() throws IOException {
    remains = part("inbox/.01234567.localstream-part", "rwx------");
  }

  private Path part(String name, String permissions) throws IOException {
    Path folder = Files.createDirectories(base.resolve(name));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    Files.writeString(folder.resolve("0"), "half");
    Files.writeString(folder.resolve("journal"), "what was forced");
    return folder;
  }

  private void discard(Path folder) {
    new DiskIncomingFiles(base, base)
        .discard(new TransferId(new UUID(1, 2)), new FileReference(folder.toString()));
  }

  @Test
  void areRemovedWithTheirFiles() {
    discard(remains);
    discard(remains);

    assertThat(remains).doesNotExist();
    assertThat(remains.getParent()).isEmptyDirectory();
  }

  @Test
  void areRemovedWithTheFolderThatWasMadeForThem() throws IOException {
    Path made = part("made/.9.localstream-part", "rwx------");
    Files.createFile(made.resolve("made"));

    discard(made);

    assertThat(base.resolve("made")).doesNotExist();
  }

  @Test
  void areRemovedWithoutTheFolderThatHoldsSomethingElse() throws IOException {
    Path made = part("made/.9.localstream-part", "rwx------");
    Files.createFile(made.resolve("made"));
    Path mine = Files.createFile(base.resolve("made/mine"));

    discard(made);

    assertThat(made).doesNotExist();
    assertThat(mine).exists();
  }

  @Test
  void areLeftAloneWhileATransferUsesThem() throws IOException {
    Path inbox = Files.createDirectory(base.resolve("arriving"));
    ManifestEntry file = new ManifestEntry.File(new RelativePath("a.bin"), 2, Instant.EPOCH, 0600);
    try (IncomingTree tree =
        new DiskIncomingFiles(base, base)
            .open(
                new TransferId(new UUID(3, 4)),
                new DeviceId(new UUID(5, 6)),
                new Manifest(List.of(file)),
                new Destination(new FileReference(inbox.toString()), ExistingFile.KEEP))) {
      tree.write(0, ByteBuffer.wrap(new byte[] {1}));
      tree.checkpoint();
      Path used = Path.of(tree.remains().orElseThrow().place().value());

      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> discard(used))
          .withMessageContaining("a transfer is using it");
      assertThat(used.resolve("0")).exists();
    }
  }

  @Test
  void areLeftAloneWhereTheNameIsAnother() throws IOException {
    Path other = part("inbox/photos", "rwx------");
    Path visible = part("inbox/x.localstream-part", "rwx------");

    discard(other);
    discard(visible);

    assertThat(other.resolve("0")).exists();
    assertThat(visible.resolve("0")).exists();
  }

  @Test
  void areLeftAloneWhereOthersMayUseThem() throws IOException {
    Path open = part("inbox/.9.localstream-part", "rwxr-x---");

    discard(open);

    assertThat(open.resolve("0")).exists();
    assertThat(open).isDirectoryNotContaining("glob:**/.discard");
  }

  @Test
  void areLeftAloneWhereTheyAreALinkOrAFile() throws IOException {
    Path target = part("inbox/.target", "rwx------");
    Path link = base.resolve("inbox/.link.localstream-part");
    Files.createSymbolicLink(link, target);
    Path file = Files.writeString(base.resolve("inbox/.file.localstream-part"), "mine");

    discard(link);
    discard(file);

    assertThat(target.resolve("0")).exists();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("mine");
  }

  @Test
  void keepWhatIsNoPlainFile() throws IOException {
    Path outside = Files.writeString(base.resolve("outside"), "precious");
    Files.createSymbolicLink(remains.resolve("1"), outside);
    Files.createDirectory(remains.resolve("folder"));
    Files.writeString(remains.resolve("folder/2"), "deep");

    discard(remains);

    assertThat(outside).hasContent("precious");
    assertThat(remains.resolve("folder/2")).exists();
    assertThat(Files.exists(remains.resolve("1"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(remains.resolve("0")).doesNotExist();
  }
}
