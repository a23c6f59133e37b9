package io.localstream.adapters.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A temporary folder for {@code try}; closing it deletes it with everything that is in it. */
final class TrialFolder implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 20;
  private static final int BLOCKS = 64;

  private final Path folder;

  private TrialFolder(Path folder) {
    this.folder = folder;
  }

  static TrialFolder create() throws IOException {
    return new TrialFolder(Files.createTempDirectory("localstream-try-"));
  }

  /** A home of that name; the device makes it. */
  Path home(String name) {
    return folder.resolve(name);
  }

  /** The folder, made here, in which the file arrives. */
  Path arrivals() throws IOException {
    return Files.createDirectories(folder.resolve("arrived"));
  }

  /** 64 MiB that can't be compressed and differ each time. */
  Path randomFile() throws IOException {
    Path file = folder.resolve("random.bin");
    SplittableRandom random = new SplittableRandom();
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < BLOCKS; i++) {
        random.nextBytes(block);
        out.write(block);
      }
    }
    return file;
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[BLOCK_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
