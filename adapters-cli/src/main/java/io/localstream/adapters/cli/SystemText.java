package io.localstream.adapters.cli;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Makes sure that Java has understood the bytes that the system gave to this process. Where they
 * are no text, Java puts a replacement character for each, and a path leads elsewhere.
 */
final class SystemText {
  private static final String REPLACEMENT = "\ufffd";
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path CURRENT_FOLDER = Path.of("/proc/self/cwd");

  private SystemText() {}

  /** Whether a text may stand for bytes that are none. */
  static boolean isDoubtful(String text) {
    return text.contains(REPLACEMENT);
  }

  /**
   * Refuses arguments that are no text.
   *
   * @throws LocalStreamException {@code INVALID_ARGUMENT}
   */
  static void requireArguments(List<String> words) {
    if (words.stream().anyMatch(SystemText::isDoubtful) && !areAsTyped(words)) {
      requireTyped(words);
    }
  }

  /**
   * The same of words that were typed or read: their bytes are not known any more.
   *
   * @throws LocalStreamException {@code INVALID_ARGUMENT}
   */
  static void requireTyped(List<String> words) {
    words.stream().filter(SystemText::isDoubtful).findFirst().ifPresent(SystemText::refuse);
  }

  private static void refuse(String word) {
    throw new LocalStreamException(
        FailureCode.INVALID_ARGUMENT,
        DisplayText.escape(word)
            + " is not text in UTF-8; rename the file, or name the folder that it lies in");
  }

  /** Linux keeps the bytes, see proc(5); elsewhere it is not known. */
  private static boolean areAsTyped(List<String> words) {
    try {
      String[] typed =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(COMMAND_LINE)))
              .toString()
              .split("\0", -1);
      // An empty text stands behind the last one.
      int end = typed.length - 1;
      return end >= words.size()
          && Arrays.asList(typed).subList(end - words.size(), end).equals(words);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Refuses to work where relative paths lead elsewhere.
   *
   * @throws LocalStreamException {@code FILE_NAME_UNSAFE}
   */
  static void requireCurrentFolder() {
    requireCurrentFolder(System.getProperty("user.dir", ""));
  }

  static void requireCurrentFolder(String folder) {
    if (isDoubtful(folder) && !isCurrent(folder)) {
      throw new LocalStreamException(
          FailureCode.FILE_NAME_UNSAFE,
          "the path of the current folder is not text in UTF-8; rename it, or change to another");
    }
  }

  private static boolean isCurrent(String folder) {
    try {
      return Files.readSymbolicLink(CURRENT_FOLDER).equals(Path.of(folder));
    } catch (IOException | InvalidPathException | UnsupportedOperationException _) {
      return false;
    }
  }

  /**
   * The value of an environment variable that holds a path.
   *
   * @throws LocalStreamException {@code INVALID_ARGUMENT}: it is no text
   */
  static String requirePath(String variable, String value) {
    if (isDoubtful(value)) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT, variable + " is not text in UTF-8; set it to another path");
    }
    return value;
  }
}
