package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.port.contract.VectorFile;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.StreamRanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is found in a part folder claims nothing that can't be. */
class PartFormatFuzzTest {
  private static final DeviceId SENDER = DeviceId.parse("5f0c9d5e-2b0a-4c53-8a55-3f1f1d1c7a10");
  private static final long TOTAL = 10_000;
  private static final int HEAD = 8;

  @TempDir private static Path folder;

  static List<byte[]> journals() {
    return VectorFile.in(PartFormatFuzzTest.class, "journal").stream()
        .map(VectorFile::hex)
        .toList();
  }

  static List<byte[]> manifests() {
    return VectorFile.in(PartFormatFuzzTest.class, "manifest").stream()
        .map(VectorFile::hex)
        .toList();
  }

  @MethodSource("journals")
  @FuzzTest
  void aJournalClaimsNothingOutsideTheTransfer(byte[] content) throws IOException {
    checkJournal(content);
    checkJournal(withChecksums(content));
  }

  private static void checkJournal(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("journal"), content);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Optional<Journal.Found> found;
    try {
      found = Journal.open(channel, TOTAL);
    } catch (IOException e) {
      assertThat(channel.isOpen()).isFalse();
      return;
    }
    StreamRanges ranges = found.orElseThrow().ranges();
    found.orElseThrow().journal().close();
    assertThat(ranges.ranges())
        .allSatisfy(range -> assertThat(range.end()).isLessThanOrEqualTo(TOTAL));
    assertThat(ranges.bytes()).isBetween(0L, TOTAL);
  }

  @MethodSource("manifests")
  @FuzzTest
  void aManifestHoldsWhatATransferMayHold(byte[] content) throws IOException {
    checkManifest(content);
    checkManifest(withChecksums(content));
  }

  private static void checkManifest(byte[] content) throws IOException {
    KeptManifest kept;
    try {
      kept = KeptManifest.read(new DataInputStream(new ByteArrayInputStream(content)), SENDER);
    } catch (IOException e) {
      return;
    }
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    for (ManifestEntry entry : kept.manifest().entries()) {
      entries.write(CheckedRecords.frame(ManifestRecord.write(entry)).array());
    }
    // Behind the head there is nothing but them, in their one form.
    assertThat(content).endsWith(entries.toByteArray());
  }

  /** The same with checksums that are right, which no fuzzer finds by itself. */
  private static byte[] withChecksums(byte[] content) {
    byte[] sound = content.clone();
    ByteBuffer buffer = ByteBuffer.wrap(sound);
    int at = HEAD;
    while (at + CheckedRecords.OVERHEAD_BYTES <= sound.length) {
      int length = buffer.getInt(at);
      int end = at + CheckedRecords.OVERHEAD_BYTES;
      if (length < 0 || length > sound.length - end) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(sound, at, Integer.BYTES);
      crc.update(sound, end, length);
      buffer.putInt(at + Integer.BYTES, (int) crc.getValue());
      at = end + length;
    }
    return sound;
  }
}
