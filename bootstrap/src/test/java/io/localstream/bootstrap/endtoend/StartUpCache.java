package io.localstream.bootstrap.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program's classes as the JVM keeps them once they are loaded and linked (JEP 483), from one
 * run of {@code localstream try}: these tests start some two hundred processes.
 */
final class StartUpCache {
  private StartUpCache() {}

  /**
   * The options that use the cache, which is made where it is missing or older than the program.
   *
   * @param command starts the program's main class, without arguments
   */
  static List<String> options(List<String> jvm, List<String> command, Path lib) {
    Path cache = lib.resolveSibling("../tests.aot").normalize();
    try (FileChannel lock =
            FileChannel.open(
                lib.resolveSibling("../tests.aot.lock").normalize(),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = lock.lock()) {
      if (!isFresh(cache, lib)) {
        make(cache, jvm, command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Files.exists(cache)
        ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr")
        : List.of();
  }

  private static boolean isFresh(Path cache, Path lib) throws IOException {
    if (!Files.exists(cache)) {
      return false;
    }
    long made = Files.getLastModifiedTime(cache).toMillis();
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.map(Path::toFile).mapToLong(File::lastModified).max().orElse(made) < made;
    }
  }

  /** Without it the tests take longer, and are as good. */
  private static void make(Path cache, List<String> jvm, List<String> command)
      throws IOException, InterruptedException {
    Files.deleteIfExists(cache);
    Path fresh = cache.resolveSibling("tests.aot.new");
    List<String> training = new ArrayList<>(jvm);
    training.add("-XX:AOTCacheOutput=" + fresh);
    training.addAll(command);
    training.add("try");
    int exit =
        new ProcessBuilder(training)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit == 0 && Files.exists(fresh)) {
      Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
