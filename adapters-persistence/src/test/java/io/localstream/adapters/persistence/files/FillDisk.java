package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that fills a disk, and tells what a failure would be before and after. */
final class FillDisk {
  private FillDisk() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve("file");
    String before = code(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[1 << 12]);
      }
    } catch (IOException _) {
      System.out.println(before + " " + code(file));
    }
  }

  private static String code(Path file) {
    String words = "Auf dem Ger\u00e4t ist kein Speicherplatz mehr verf\u00fcgbar";
    return WriteFailure.of(file, new FileSystemException(file.toString(), null, words))
        .code()
        .name();
  }
}
