package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A temporary folder that only its owner can use, for what is no file of the person's. Closing it
 * removes it, and forgets the transfers that broke and could only be gone on with from there.
 */
final class PrivateFolder implements AutoCloseable {
  /** What the environment names, as the launcher has seen it. */
  private static final String CHOSEN = "localstream.tmpdir";

  private final Path folder;
  private final Surroundings surroundings;

  private PrivateFolder(Path folder, Surroundings surroundings) {
    this.folder = folder;
    this.surroundings = surroundings;
  }

  static PrivateFolder create(Surroundings surroundings) {
    // Not the JVM's own property: if that names no folder, the JVM warns on standard error.
    String base = System.getProperty(CHOSEN, System.getProperty("java.io.tmpdir", ""));
    SystemText.requirePath("TMPDIR", base);
    try {
      return new PrivateFolder(
          Files.createTempDirectory(Path.of(base), "localstream-"), surroundings);
    } catch (IOException e) {
      throw failure("no temporary folder can be made", e);
    }
  }

  FileReference path() {
    return new FileReference(folder.toString());
  }

  /** Keeps standard input to its end; where it is a file, that is only led to. */
  FileReference keepInput(String name, InputStream in) throws InterruptedException {
    try {
      if (InputFile.find(in).isPresent()) {
        Path link = folder.resolve(name);
        Files.createSymbolicLink(link, InputFile.find(in).get());
        return new FileReference(link.toString());
      }
    } catch (IOException | UnsupportedOperationException _) {
      // It is kept as anything else is.
    }
    return keep(name, in);
  }

  /** Keeps all that comes, for its owner only. Ends at once when it is interrupted. */
  FileReference keep(String name, InputStream in) throws InterruptedException {
    Path file = folder.resolve(name);
    // Whoever reads from a pipe can't be interrupted.
    FutureTask<Long> copying = new FutureTask<>(() -> copy(in, file));
    Thread.ofPlatform().daemon().name("standard input").start(copying);
    try {
      copying.get();
      return new FileReference(file.toString());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LocalStreamException known) {
        throw known;
      }
      throw failure(
          "standard input can't be kept in " + new FileReference(folder.toString()),
          e.getCause() == null ? e : e.getCause());
    }
  }

  private static long copy(InputStream in, Path file) throws IOException {
    return Files.copy(in, file);
  }

  private static LocalStreamException failure(String what, Throwable cause) {
    return new LocalStreamException(
        FailureCode.FILE_UNWRITABLE,
        what + ": " + cause.getMessage() + "; TMPDIR=DIR takes another folder",
        cause);
  }

  @Override
  public void close() {
    forgetTransfers();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      surroundings
          .screen()
          .important("warning: " + path() + " could not be removed: " + e.getMessage());
    }
  }

  private void forgetTransfers() {
    try {
      surroundings.device().keepTransfers().unfinished().stream()
          .filter(this::isHere)
          .forEach(
              transfer -> surroundings.device().keepTransfers().discard(transfer.id().toString()));
    } catch (LocalStreamException _) {
      // It stays listed, and can be discarded there.
    }
  }

  private boolean isHere(UnfinishedTransfer transfer) {
    return transfer.places().stream().anyMatch(place -> Path.of(place.value()).startsWith(folder));
  }
}
