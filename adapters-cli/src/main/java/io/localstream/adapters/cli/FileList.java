package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.FileReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of paths, more than fit on a command line: one a line, or each ended by a NUL as {@code
 * find -print0} writes them, which only a path with a line break needs. UTF-8.
 */
final class FileList {
  private static final int MAX_BYTES = 32 << 20;
  private static final String STANDARD_INPUT = "-";

  private FileList() {}

  /**
   * Reads a list; {@code -} is standard input.
   *
   * @throws LocalStreamException {@code FILE_MISSING}, {@code FILE_UNREADABLE}, {@code
   *     INVALID_ARGUMENT}: it is empty or longer than 32 MiB
   */
  static List<FileReference> read(String name, InputStream standardInput) {
    if (name.isEmpty()) {
      throw wrong("--files-from", "is empty; name the list");
    }
    boolean standard = name.equals(STANDARD_INPUT);
    String shown = standard ? "standard input" : "the list " + new FileReference(name);
    try {
      byte[] bytes = standard ? read(standardInput) : read(Path.of(name));
      if (bytes.length > MAX_BYTES) {
        throw wrong(shown, "is longer than 32 MiB; send fewer files at once");
      }
      List<FileReference> paths = split(bytes);
      if (paths.isEmpty()) {
        throw wrong(shown, "names no files; it has to hold one path a line");
      }
      return paths;
    } catch (InvalidPathException | IOException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNREADABLE, shown + " can't be read: " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path list) throws IOException {
    if (!Files.exists(list)) {
      throw new LocalStreamException(
          FailureCode.FILE_MISSING,
          "there is no list " + new FileReference(list.toString()) + "; check its spelling");
    }
    try (InputStream in = Files.newInputStream(list)) {
      return read(in);
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    return in.readNBytes(MAX_BYTES + 1);
  }

  private static List<FileReference> split(byte[] bytes) {
    byte end = indexOf(bytes, 0, (byte) 0) < bytes.length ? 0 : (byte) '\n';
    List<FileReference> paths = new ArrayList<>();
    for (int begin = 0; begin < bytes.length; ) {
      int next = indexOf(bytes, begin, end);
      int length = next - begin;
      if (end != 0 && length > 0 && bytes[next - 1] == '\r') {
        length--;
      }
      if (length > 0) {
        paths.add(new FileReference(text(ByteBuffer.wrap(bytes, begin, length))));
      }
      begin = next + 1;
    }
    return paths;
  }

  /** Where the bytes are no text, the path that is left of them would lead elsewhere. */
  private static String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException _) {
      FileReference shown = new FileReference(StandardCharsets.UTF_8.decode(bytes).toString());
      throw wrong(shown + ",", "a path in the list, is not text in UTF-8; rename the file");
    }
  }

  private static int indexOf(byte[] bytes, int from, byte wanted) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static LocalStreamException wrong(String list, String why) {
    return new LocalStreamException(FailureCode.INVALID_ARGUMENT, list + " " + why);
  }
}
