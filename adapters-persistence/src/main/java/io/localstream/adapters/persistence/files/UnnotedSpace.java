package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.StreamRanges;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * Space that the parts of an interrupted transfer take beyond what is noted of them. Their bytes
 * are sent again and need no more space than that.
 */
final class UnnotedSpace {
  private static final Pattern PART = Pattern.compile("[0-9]{1,7}");

  private UnnotedSpace() {}

  /**
   * Looks for it.
   *
   * @param noted what need not be sent again; files of which all is noted are not looked at
   */
  static long bytes(PartFolder folder, Manifest manifest, StreamRanges noted) {
    long[] missingBytes = missingBytes(manifest, noted);
    long bytes = 0;
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder.path(), name -> PART.matcher(last(name)).matches())) {
      for (Path part : parts) {
        int file = Integer.parseInt(last(part));
        if (file < missingBytes.length && missingBytes[file] > 0) {
          long sizeBytes = manifest.sizeBytes(file);
          long takenBytes = Math.min(takenBytes(folder, part), sizeBytes);
          bytes += Math.max(takenBytes - (sizeBytes - missingBytes[file]), 0);
        }
      }
      return bytes;
    } catch (IOException | DirectoryIteratorException _) {
      return bytes;
    }
  }

  private static long[] missingBytes(Manifest manifest, StreamRanges noted) {
    long[] missing = new long[manifest.size()];
    for (int file = 0; file < missing.length; file++) {
      missing[file] = manifest.sizeBytes(file);
    }
    StreamLayout layout = new StreamLayout(manifest);
    for (StreamRanges.Range range : noted.ranges()) {
      layout.forEachFile(
          range,
          (file, end) -> missing[file] -= end - Math.max(range.start() - layout.start(file), 0));
    }
    return missing;
  }

  private static String last(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** What has another name too is not written to. */
  private static long takenBytes(PartFolder folder, Path part) {
    return folder
        .look(last(part))
        .filter(BasicFileAttributes::isRegularFile)
        .filter(_ -> LeftPart.isPrivate(part))
        .map(there -> AllocatedBytes.of(part, there.size()))
        .orElse(0L);
  }
}
