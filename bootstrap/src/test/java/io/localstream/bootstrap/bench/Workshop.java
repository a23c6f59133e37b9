package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the work is done: a folder in memory, one on a disk, and the small C programs. All of it
 * goes when it is closed.
 *
 * @param folder in memory
 * @param disk a folder that need not be in memory
 * @param program the LocalStream that is measured
 * @param ends what is to be ended with the row that runs
 */
record Workshop(Path folder, Path disk, Path program, AtomicInteger counter, Deque<Runnable> ends)
    implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long SPARE_BYTES = 1L << 30;

  static Workshop open(Path program) {
    try {
      Path folder = Files.createTempDirectory(MEMORY, "localstream-bench");
      Path disk = Files.createTempDirectory("localstream-bench");
      Workshop workshop =
          new Workshop(folder, disk, program, new AtomicInteger(), new ConcurrentLinkedDeque<>());
      Runtime.getRuntime().addShutdownHook(new Thread(workshop::close));
      for (String tool : List.of("measure", "plaincopy", "longline")) {
        Path source = sources().resolve(tool + ".c");
        Command.of(folder, "gcc", "-O2", "-o", workshop.tool(tool), source.toString()).output();
      }
      return workshop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #clear} does, the last that was said first. */
  void atEnd(Runnable end) {
    ends.push(end);
  }

  /** Ends what a row has started, also where it came to nothing, and deletes what it has made. */
  void clear() {
    for (Runnable end = ends.poll(); end != null; end = ends.poll()) {
      try {
        end.run();
      } catch (CannotRun e) {
        System.out.println("not cleared: " + e.getMessage());
      }
    }
  }

  /** The folder bootstrap/bench. */
  static Path sources() {
    return Module.folder().resolve("bench");
  }

  String tool(String name) {
    return folder.resolve(name).toString();
  }

  /** The command, started by the program that measures it. */
  Command measured(Command command, Path report) {
    return command.behind(List.of(tool("measure"), report.toString()));
  }

  /** The name of a file that is not there yet. */
  Path scratch(String name) {
    return folder.resolve(name + counter.incrementAndGet());
  }

  Path newFolder(String name) {
    try {
      return Files.createDirectory(scratch(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that is not in memory. */
  Path newFolderOnDisk(String name) {
    try {
      return Files.createDirectory(disk.resolve(name + counter.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless so much can be written there, and the machine still breathes. */
  void requireRoom(Path place, long bytes) {
    try {
      long room = Files.getFileStore(place).getUsableSpace();
      if (place.startsWith(MEMORY)) {
        room = Math.min(room, availableMemory());
      }
      if (room < bytes + SPARE_BYTES) {
        throw new CannotRun(
            "needs %,d MB in %s, where %,d are left"
                .formatted(
                    (bytes + SPARE_BYTES) >> 20,
                    place.getRoot().relativize(place).getName(0),
                    room >> 20));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long availableMemory() throws IOException {
    return Files.readString(Path.of("/proc/meminfo"))
        .lines()
        .filter(line -> line.startsWith("MemAvailable:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) {
    Command.of(Path.of("/"), "rm", "-rf", folder.toString()).output();
  }

  @Override
  public void close() {
    clear();
    for (Path place : List.of(folder, disk)) {
      // More than once: where it ends early, a row may still be at work in there.
      Command.of(Path.of("/"), "sh", "-c", "rm -rf $0 || rm -rf $0 || rm -rf $0", place.toString())
          .output();
    }
  }
}
