package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.calendar.CommonEra;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryPackerTest {
  private static final Instant LONG_AGO = Instant.parse("0044-03-15T11:00:00.000000001Z");

  private static List<ManifestEntry> entries() {
    List<ManifestEntry> entries = new ArrayList<>();
    entries.add(new ManifestEntry.Folder(new RelativePath("ἄνθος 🌷"), LONG_AGO, 0511));
    for (int number = 0; number < 3_000; number++) {
      String path = "ἄνθος 🌷/" + "long/".repeat(number % 60) + "file" + number;
      entries.add(
          new ManifestEntry.File(
              new RelativePath(path),
              Long.MAX_VALUE / 4_000,
              Instant.ofEpochSecond(number, number),
              number % 512));
    }
    String longest = ("n".repeat(255) + "/").repeat(63) + "n";
    entries.add(new ManifestEntry.File(new RelativePath(longest), 0, CommonEra.LAST, 0777));
    entries.add(
        new ManifestEntry.Link(
            new RelativePath("links/ä"), new LinkTarget("../ἄνθος 🌷/file0"), Instant.EPOCH));
    return entries;
  }

  @Test
  void givesBackWhatItWasGiven() {
    assertThat(EntryPacker.copyOf(entries())).isEqualTo(entries()).hasSameHashCodeAs(entries());
  }

  @Test
  void isEqualToAnotherOfTheSame() {
    List<ManifestEntry> packed = EntryPacker.copyOf(entries());
    assertThat(packed).isEqualTo(EntryPacker.copyOf(entries()));
    for (int other = 0; other < packed.size(); other += 500) {
      List<ManifestEntry> changed = entries();
      changed.set(
          other, new ManifestEntry.File(new RelativePath("other"), other, LONG_AGO, other % 512));
      assertThat(packed).isNotEqualTo(EntryPacker.copyOf(changed));
    }
    assertThat(packed).isNotEqualTo(EntryPacker.copyOf(entries().subList(0, 20)));
  }

  @Test
  void isCutWithoutBeingCopied() {
    List<ManifestEntry> packed = EntryPacker.copyOf(entries());
    List<ManifestEntry> part = packed.subList(10, 3_002);
    assertThat(part).isEqualTo(entries().subList(10, 3_002));
    assertThat(EntryPacker.copyOf(part)).isSameAs(part);
    assertThat(part).isEqualTo(EntryPacker.copyOf(entries().subList(10, 3_002)));
    assertThatThrownBy(() -> part.get(2_992)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tellsOfEachWithoutMakingIt() {
    List<ManifestEntry> entries = entries();
    Manifest manifest = new Manifest(entries);
    for (int number = 0; number < entries.size(); number++) {
      ManifestEntry entry = entries.get(number);
      assertThat(manifest.path(number)).isEqualTo(entry.path().value());
      assertThat(manifest.sizeBytes(number)).isEqualTo(entry.sizeBytes());
      assertThat(manifest.isFile(number)).isEqualTo(entry instanceof ManifestEntry.File);
      assertThat(manifest.isFolder(number)).isEqualTo(entry instanceof ManifestEntry.Folder);
      assertThat(manifest.isLink(number)).isEqualTo(entry instanceof ManifestEntry.Link);
    }
  }

  @Test
  void knowsWhereEachLiesInTheStream() {
    List<ManifestEntry> entries = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      entries.add(file("file" + number, number % 3));
    }
    Manifest whole = new Manifest(entries);
    assertPlaces(whole, entries);
    assertPlaces(new Manifest(whole.entries().subList(21, 75)), entries.subList(21, 75));
  }

  private static void assertPlaces(Manifest manifest, List<ManifestEntry> entries) {
    long start = 0;
    for (int number = 0; number < entries.size(); number++) {
      assertThat(manifest.start(number)).isEqualTo(start);
      for (long at = start; at < start + entries.get(number).sizeBytes(); at++) {
        assertThat(manifest.entryAt(at)).isEqualTo(number);
      }
      start += entries.get(number).sizeBytes();
    }
    assertThat(manifest.totalBytes()).isEqualTo(start);
    assertThat(manifest.entryAt(start)).isEqualTo(entries.size() - 1);
  }

  @Test
  void takesLittleForEachOfManyThatAreAlike() {
    EntryPacker packer = new EntryPacker();
    for (int number = 0; number < 16_000; number++) {
      Instant modified = Instant.ofEpochSecond(1_700_000_000 + number, 999_999_999 - number * 17L);
      RelativePath path = new RelativePath("holiday/2024/IMG_%05d.jpg".formatted(number));
      packer.add(new ManifestEntry.File(path, 4_000_000 + number * 1_000L, modified, 0644));
    }
    assertThat(packer.bytes()).isBetween(16_000L * 8, 16_000L * 20);
  }

  @Test
  void beginsAnewAfterwards() {
    EntryPacker packer = new EntryPacker();
    entries().forEach(packer::add);
    Manifest manifest = packer.manifest();
    packer.add(entries().getFirst());
    assertThat(packer.size()).isEqualTo(1);
    assertThat(packer.manifest().entries()).isEqualTo(entries().subList(0, 1));
    assertThat(manifest).isEqualTo(new Manifest(entries()));
  }

  @Test
  void manyAreStillToldApart() {
    EntryPacker packer = new EntryPacker();
    for (int number = 0; number < 100_000; number++) {
      packer.add(file("folder" + number % 100 + "/FILE" + number));
    }
    assertThat(packer.manifest().size()).isEqualTo(100_000);
    for (int number = 0; number < 100_000; number++) {
      packer.add(file("folder" + number % 100 + "/FILE" + number));
    }
    packer.add(file("folder99/FILE99999"));
    assertThatThrownBy(packer::manifest)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same path");
  }

  private static ManifestEntry file(String path) {
    return file(path, 0);
  }

  private static ManifestEntry file(String path, long sizeBytes) {
    return new ManifestEntry.File(new RelativePath(path), sizeBytes, Instant.EPOCH, 0644);
  }
}
