package io.localstream.adapters.persistence.files;

import io.localstream.domain.calendar.CommonEra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** When something was modified last, as far as a file system knows such times. */
final class ModificationTime {
  /** What the JDK can set: nanoseconds from 1970 in 64 bits. */
  private static final Instant FIRST = Instant.EPOCH.plusNanos(Long.MIN_VALUE).plusSeconds(1);

  private static final Instant LAST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

  /** FAT keeps no earlier ones (Microsoft FAT specification, section 6.7), nor does exFAT. */
  private static final Instant FIRST_OF_FAT = Instant.parse("1980-01-01T00:00:00Z");

  private static final Duration DAY = Duration.ofDays(1);

  /** As exact as the JDK reads and sets times everywhere. */
  private static final Duration USUAL = Duration.of(1, ChronoUnit.MICROS);

  private static final Duration OF_FAT = Duration.ofSeconds(2);

  /**
   * How far from what was set a time may be, by the type of the file system; for what is reached
   * through FUSE or a network the type does not tell what keeps the files.
   */
  private static final Map<String, Duration> GRAINS =
      Map.ofEntries(
          Map.entry("vfat", OF_FAT),
          Map.entry("msdos", OF_FAT),
          Map.entry("exfat", OF_FAT),
          Map.entry("fuseblk", OF_FAT),
          Map.entry("cifs", OF_FAT),
          Map.entry("smb3", OF_FAT),
          Map.entry("smbfs", OF_FAT),
          Map.entry("vboxsf", OF_FAT),
          Map.entry("9p", OF_FAT),
          Map.entry("virtiofs", OF_FAT),
          Map.entry("ext2", Duration.ofSeconds(1)),
          Map.entry("ext3", Duration.ofSeconds(1)),
          Map.entry("hfs", Duration.ofSeconds(1)),
          Map.entry("hfsplus", Duration.ofSeconds(1)));

  private ModificationTime() {}

  /** The nearest time that can be told: some file systems keep any 64-bit number of seconds. */
  static Instant of(BasicFileAttributes attributes) {
    return CommonEra.clamp(attributes.lastModifiedTime().toInstant());
  }

  /** Sets it: before 1970 in whole seconds, and within the years 1677 to 2262. */
  static void set(BasicFileAttributeView view, Instant time) throws IOException {
    try {
      set(view, FileTime.from(settable(time)));
    } catch (IOException e) {
      if (!time.isBefore(Instant.EPOCH)) {
        throw e;
      }
      // Not every file system has times before 1970.
      set(view, FileTime.from(Instant.EPOCH));
    }
  }

  private static void set(BasicFileAttributeView view, FileTime time) throws IOException {
    view.setTimes(time, time, null);
  }

  /** What is set for a time: the JDK fails at a fraction of a second before 1970. */
  private static Instant settable(Instant time) {
    Instant within = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    return within.isBefore(Instant.EPOCH) ? within.truncatedTo(ChronoUnit.SECONDS) : within;
  }

  /** Whether a file that has the one time may have been given the other. */
  static boolean isSame(Path file, Instant kept, Instant given) throws IOException {
    Instant wanted = settable(given);
    if (floor(kept).equals(floor(wanted))) {
      return true;
    }
    if (wanted.isBefore(FIRST_OF_FAT) && grain(file).equals(OF_FAT)) {
      return kept.isBefore(FIRST_OF_FAT.plus(DAY));
    }
    Duration apart = Duration.between(kept, wanted).abs();
    return apart.compareTo(OF_FAT) < 0 && apart.compareTo(grain(file)) < 0;
  }

  /** Whether a file that has the one time is surely older than the other. */
  static boolean isOlder(Path file, Instant kept, Instant given) throws IOException {
    return floor(kept).isBefore(floor(settable(given))) && !isSame(file, kept, given);
  }

  private static Duration grain(Path file) throws IOException {
    String type = Files.getFileStore(file).type();
    return type.startsWith("fuse.") ? OF_FAT : GRAINS.getOrDefault(type, USUAL);
  }

  private static Instant floor(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
