package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is to be carried: all files of a folder.
 *
 * @param bytes of all files together
 */
record Cargo(Path folder, List<String> names, long bytes) {
  private static final int PIECE = 1 << 20;

  /** One file of random bytes, which cannot be compressed. */
  static Cargo file(Workshop workshop, long bytes) {
    return files(workshop, 1, bytes);
  }

  /** Files of random bytes. */
  static Cargo files(Workshop workshop, int count, long bytesEach) {
    workshop.requireRoom(workshop.folder(), count * bytesEach);
    Path folder = newFolder(workshop);
    List<String> names = IntStream.range(0, count).mapToObj("file%06d"::formatted).toList();
    Random random = new Random(bytesEach);
    names.forEach(name -> write(folder.resolve(name), bytesEach, random));
    return new Cargo(folder, names, count * bytesEach);
  }

  /** One file of zeros, which takes no room where it is. */
  static Cargo sparse(Workshop workshop, long bytes) {
    Path folder = newFolder(workshop);
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("sparse").toFile(), "rw")) {
      file.setLength(bytes);
      return new Cargo(folder, List.of("sparse"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder(Workshop workshop) {
    Path folder = workshop.newFolder("cargo");
    workshop.atEnd(() -> Workshop.delete(folder));
    return folder;
  }

  private static void write(Path file, long bytes, Random random) {
    byte[] piece = new byte[(int) Math.min(PIECE, bytes)];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = bytes; left > 0; left -= PIECE) {
        random.nextBytes(piece);
        out.write(piece, 0, (int) Math.min(piece.length, left));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, where it is one. */
  Path only() {
    if (names.size() != 1) {
      throw new CannotRun("carries one file only");
    }
    return folder.resolve(names.getFirst());
  }

  /** Fails unless the folder holds the same files with the same content, and nothing else. */
  void verify(Path arrived) {
    Command.of(folder, "diff", "-rq", ".", arrived.toString()).output();
  }
}
