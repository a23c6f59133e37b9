package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.IncomingTree.Arrival;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** USB sticks and the like: permissions that the mount has fixed, coarse times, no links. */
class ForeignDiskTest {
  private static final Instant FINE = Instant.parse("2026-01-31T12:34:57.123456789Z");

  @TempDir private Path temporary;

  private MountedImage mounted(MountedImage.Kind kind, String mask) throws IOException {
    Files.createDirectory(folder());
    return MountedImage.at(folder(), temporary.resolve("image"), kind, mask);
  }

  private Path folder() {
    return temporary.resolve("mounted");
  }

  private Inbox inbox() {
    return new Inbox(folder());
  }

  private static Manifest tree(Instant modified) {
    return new Manifest(
        Stream.of("tree/a", "tree/inner/b", "c")
            .map(path ->
                (ManifestEntry)
                    new ManifestEntry.File(new RelativePath(path), Inbox.SIZE, modified, 0644))
            .toList());
  }

  private Arrival receive(Manifest manifest, ExistingFile ifExists) {
    try (IncomingTree tree = inbox().receive(manifest, ifExists)) {
      Inbox.write(tree, 0, Math.toIntExact(manifest.totalBytes()));
      return tree.commit(MissingEntries.none());
    }
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  private void holdsTheTree() throws IOException {
    assertThat(folder().resolve("tree/a")).hasBinaryContent(Inbox.content(0, Inbox.SIZE));
    assertThat(folder().resolve("tree/inner/b"))
        .hasBinaryContent(Inbox.content(Inbox.SIZE, 2 * Inbox.SIZE));
    assertThat(folder().resolve("c"))
        .hasBinaryContent(Inbox.content(2 * Inbox.SIZE, 3 * Inbox.SIZE));
    assertThat(hidden()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EXFAT, 000",
    "EXFAT, 022",
    "EXFAT, 077",
    "NTFS, 000",
    "NTFS, 022",
    "NTFS, 077",
    "FAT, 022"
  })
  void receivesAFolder(MountedImage.Kind kind, String mask) throws IOException {
    try (MountedImage _ = mounted(kind, mask)) {
      Arrival arrival = receive(tree(FINE), ExistingFile.KEEP);
      assertThat(arrival.missing()).isEmpty();
      holdsTheTree();
    }
  }

  @ParameterizedTest
  @CsvSource({"EXFAT, 022", "NTFS, 022", "FAT, 022"})
  void goesOnWithWhatWasLeft(MountedImage.Kind kind, String mask) throws IOException {
    try (MountedImage _ = mounted(kind, mask)) {
      Manifest manifest = tree(FINE);
      inbox().leave(manifest, 0, 2 * Inbox.SIZE);

      try (IncomingTree tree = inbox().receive(manifest)) {
        assertThat(tree.stored().bytes()).isEqualTo(2L * Inbox.SIZE);
        Inbox.write(tree, 2 * Inbox.SIZE, 3 * Inbox.SIZE);
        tree.commit(MissingEntries.none());
      }
      holdsTheTree();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXFAT, 2026-01-31T12:34:57.999999999Z", "EXFAT, 1969-07-20T20:17:40.5Z",
    "NTFS, 2026-01-31T12:34:57.999999999Z", "NTFS, 1969-07-20T20:17:40.5Z",
    "FAT, 2026-01-31T12:34:57.999999999Z", "FAT, 1969-07-20T20:17:40.5Z"
  })
  void knowsWhatIsTheSame(MountedImage.Kind kind, Instant modified) throws IOException {
    try (MountedImage _ = mounted(kind, "022")) {
      receive(tree(modified), ExistingFile.KEEP);
      for (ExistingFile policy : List.of(ExistingFile.DIFFERENT, ExistingFile.NEWER)) {
        assertThat(receive(tree(modified), policy).kept()).as(policy.name()).isEqualTo(3);
      }
      Instant later = modified.plusSeconds(10);
      if (later.isAfter(Instant.EPOCH)) {
        assertThat(receive(tree(later), ExistingFile.NEWER).kept()).isZero();
      }
      assertThat(hidden()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"EXFAT", "NTFS", "FAT"})
  void savesBesideWhatIsThere(MountedImage.Kind kind) throws IOException {
    try (MountedImage _ = mounted(kind, "022")) {
      Manifest one = Inbox.files("report.pdf");
      receive(one, ExistingFile.KEEP);
      assertThat(receive(one, ExistingFile.RENAME).saved())
          .extracting(FileReference::value)
          .containsExactly(folder().resolve("report (1).pdf").toString());
      assertThat(receive(one, ExistingFile.BACKUP).missing()).isEmpty();
      assertThat(folder().resolve("report.pdf.bak")).exists();
      assertThat(hidden()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"EXFAT", "NTFS", "FAT"})
  void leavesNothingHiddenWhereItFails(MountedImage.Kind kind) throws IOException {
    try (MountedImage _ = mounted(kind, "022")) {
      Manifest one = Inbox.files("report.pdf");
      receive(one, ExistingFile.KEEP);
      assertThatExceptionOfType(LocalStreamException.class)
          .isThrownBy(() -> receive(one, ExistingFile.KEEP));
      assertThat(hidden()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"EXFAT", "FAT"})
  void namesALinkThatCanNotBe(MountedImage.Kind kind) throws IOException {
    try (MountedImage _ = mounted(kind, "022")) {
      List<ManifestEntry> entries = new ArrayList<>(Inbox.files("a").entries());
      entries.add(new ManifestEntry.Link(new RelativePath("link"), new LinkTarget("a"), FINE));
      assertThat(receive(new Manifest(entries), ExistingFile.KEEP).missing())
          .extracting(MissingEntry::path)
          .containsExactly(folder().resolve("link").toString());
      assertThat(folder().resolve("a")).exists();
      assertThat(hidden()).isEmpty();
    }
  }
}
