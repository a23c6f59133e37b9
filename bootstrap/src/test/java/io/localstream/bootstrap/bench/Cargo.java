package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.OutputStream;
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
  private static final long MOST_IN_MEMORY = 4L << 30;

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

  /**
   * One file of a MiB of random bytes, over and over; on a disk where it and its copy would take
   * too much memory.
   */
  static Cargo large(Workshop workshop, long bytes) {
    boolean inMemory = bytes <= MOST_IN_MEMORY;
    Path folder = inMemory ? newFolder(workshop) : newFolderOnDisk(workshop);
    workshop.requireRoom(folder, bytes);
    byte[] piece = new byte[PIECE];
    new Random(bytes).nextBytes(piece);
    try (OutputStream out = Files.newOutputStream(folder.resolve("large"))) {
      for (long left = bytes; left > 0; left -= PIECE) {
        out.write(piece, 0, (int) Math.min(PIECE, left));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cargo(folder, List.of("large"), bytes);
  }

  private static Path newFolderOnDisk(Workshop workshop) {
    Path folder = workshop.newFolderOnDisk("cargo");
    workshop.atEnd(() -> Workshop.delete(folder));
    return folder;
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
