package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.contract.VectorFile;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.StreamRanges;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals and kept manifests as another implementation would write them, and spoilt ones. */
class FormatVectorsTest {
  @TempDir private Path folder;

  static List<VectorFile> journals() {
    return VectorFile.in(FormatVectorsTest.class, "journal");
  }

  static List<VectorFile> manifests() {
    return VectorFile.in(FormatVectorsTest.class, "manifest");
  }

  @Test
  void areAllThere() {
    assertThat(journals()).hasSize(42);
    assertThat(manifests()).hasSize(69);
  }

  @ParameterizedTest
  @MethodSource("journals")
  void readsAJournalAsTheVectorSays(VectorFile file) throws IOException {
    String expected = file.text("expect");
    long total = Long.parseLong(file.text("total-bytes"));
    Path journal = Files.write(folder.resolve("journal"), file.hex());
    switch (expected) {
      case "accepted" -> {
        assertThat(parts(journal, total)).isEqualTo(file.text("parts"));
        checkThatItGoesOn(journal, total);
      }
      case "damaged" -> assertDamaged(() -> parts(journal, total));
      default -> throw new AssertionError(file + " expects what is not understood: " + expected);
    }
    file.requireUnderstood();
  }

  private static void assertDamaged(ThrowingCallable read) {
    assertThatExceptionOfType(IOException.class).isThrownBy(read);
  }

  private static FileChannel open(Path journal) throws IOException {
    return FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static String parts(Path journal, long total) throws IOException {
    Journal.Found found = Journal.open(open(journal), total).orElseThrow();
    found.journal().close();
    return text(found.ranges());
  }

  /** Whatever was cut off, it can be gone on with. */
  private static void checkThatItGoesOn(Path journal, long total) throws IOException {
    Journal.Found found = Journal.open(open(journal), total).orElseThrow();
    StreamRanges more = new StreamRanges(List.of(new StreamRanges.Range(total - 1, total)));
    found.journal().append(more, true);
    found.journal().close();
    assertThat(parts(journal, total)).isEqualTo(text(found.ranges().and(more)));
  }

  private static String text(StreamRanges ranges) {
    return ranges.ranges().isEmpty()
        ? "none"
        : ranges.ranges().stream()
            .map(range -> range.start() + "-" + range.end())
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void readsAManifestAsTheVectorSays(VectorFile file) throws IOException {
    String expected = file.text("expect");
    DeviceId sender = DeviceId.parse(file.text("sender"));
    switch (expected) {
      case "accepted" -> checkManifest(file, sender);
      case "damaged" -> assertDamaged(() -> read(file.hex(), sender));
      case "foreign" ->
          assertThatExceptionOfType(IOException.class)
              .isThrownBy(() -> read(file.hex(), sender))
              .withMessage("it is somebody else's");
      default -> throw new AssertionError(file + " expects what is not understood: " + expected);
    }
    file.requireUnderstood();
  }

  private static void checkManifest(VectorFile file, DeviceId sender) throws IOException {
    List<ManifestEntry> entries = read(file.hex(), sender).manifest().entries();
    assertThat(entries)
        .extracting(entry -> entry.path().value())
        .containsExactly(file.text("paths").split(" "));
    for (ManifestEntry entry : entries) {
      assertThat(ManifestRecord.read(ManifestRecord.write(entry))).isEqualTo(entry);
    }
  }

  private static KeptManifest read(byte[] bytes, DeviceId sender) throws IOException {
    return KeptManifest.read(new DataInputStream(new ByteArrayInputStream(bytes)), sender);
  }
}
