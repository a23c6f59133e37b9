package io.localstream.adapters.persistence;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Keeps what can't be read beside its file, once for each damaged content. */
final class DamagedCopy {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DamagedCopy() {}

  /**
   * Keeps a copy, named after the moment of the last change.
   *
   * @return {@code ", a copy is kept as …"}, or nothing where no copy could be kept: that it is
   *     damaged is the worse news, and the file itself stays where it is
   */
  static String keep(Path file, byte[] content) {
    try {
      return ", a copy is kept as " + OwnerOnlyFolder.show(copy(file, content).getFileName());
    } catch (IOException | DirectoryIteratorException _) {
      return "";
    }
  }

  private static Path copy(Path file, byte[] content) throws IOException {
    String prefix = file.getFileName() + ".damaged-";
    int copies = 0;
    try (DirectoryStream<Path> kept = Files.newDirectoryStream(file.getParent(), prefix + "*")) {
      for (Path copy : kept) {
        if (holds(copy, content)) {
          return copy;
        }
        copies++;
      }
    }
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    String name = prefix + STAMP.format(changed) + (copies == 0 ? "" : "-" + (copies + 1));
    Path copy = file.resolveSibling(name);
    StoredFile.writeNew(copy, content);
    return copy;
  }

  private static boolean holds(Path copy, byte[] content) throws IOException {
    return Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
        && Files.size(copy) == content.length
        && Arrays.equals(Files.readAllBytes(copy), content);
  }
}
