package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends a folder of very many small files from one process to another and looks whether each is
 * there, and how much memory both took. Ends with 1 if anything is wrong.
 */
final class ManyFilesSoak {
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int FILES_IN_A_FOLDER = 1_000;
  private static final int FOLDERS_IN_A_FOLDER = 100;

  /** What the documents promise: so much for a process, and for each file. */
  private static final long MAX_KIB = 150 << 10;

  private static final long MAX_BYTES_A_FILE = 48;

  private final Path folder;
  private final int files;
  private int wrong;

  private ManyFilesSoak(Path folder, int files) {
    this.folder = folder;
    this.files = files;
  }

  /** Arguments: how many files and folders, and where. */
  public static void main(String[] arguments) throws IOException {
    int number = Integer.parseInt(arguments[0]);
    int folders = number / FILES_IN_A_FOLDER + number / FILES_IN_A_FOLDER / FOLDERS_IN_A_FOLDER + 2;
    int files = Math.max(1, number - folders);
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "localstream-many-files");
    boolean good = new ManyFilesSoak(folder, files).run();
    delete(folder);
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws IOException {
    TestDevice anna = TestDevice.known(folder, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(folder, TestDevice.BEN);
    make(anna.folder().resolve("tree"));
    boolean flat = transfer(anna, ben);
    compare(anna.folder().resolve("tree"), ben.folder().resolve("tree"));
    if (!ben.files().equals(List.of("tree"))) {
      wrong++;
      System.out.println("left behind: " + ben.files());
    }
    System.out.println(wrong + " wrong of " + files + " files");
    return flat && wrong == 0;
  }

  private void make(Path tree) throws IOException {
    Path parent = tree;
    for (int file = 0; file < files; file++) {
      if (file % FILES_IN_A_FOLDER == 0) {
        int number = file / FILES_IN_A_FOLDER;
        parent =
            Files.createDirectories(
                tree.resolve("folder " + number / FOLDERS_IN_A_FOLDER).resolve("inner " + number));
      }
      Files.write(parent.resolve("file-" + file + ".txt"), content(file));
    }
  }

  /** Every fourth is empty; no two others are the same. */
  private static byte[] content(int file) {
    return (file % 4 == 0 ? "" : "this is file " + file + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private boolean transfer(TestDevice anna, TestDevice ben) {
    String port = Integer.toString(TestDevice.freePort());
    long start = System.nanoTime();
    try (LocalStreamProcess sender =
            awaitListening(
                anna.start("send", "tree", "--port", port, "--host", "127.0.0.1", "--yes"));
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + port, "--yes", "--wait", "600")) {
      wrong += receiver.exitCode(PATIENCE) + sender.exitCode(PATIENCE);
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "%d files in %.1f s; sender %d MiB, receiver %d MiB at most%n",
          files, millis / 1e3, sender.peakMemoryKib() >> 10, receiver.peakMemoryKib() >> 10);
      if (wrong > 0) {
        System.out.println(sender + "\n" + receiver);
      }
      return isFlat("sender", sender) & isFlat("receiver", receiver);
    }
  }

  /** It has looked at all that it sends by then. */
  private static LocalStreamProcess awaitListening(LocalStreamProcess sender) {
    Await.until(
        PATIENCE,
        () -> (sender.out() + sender.err()).contains("listening on ") || !sender.isAlive(),
        () -> "does not listen: " + sender);
    return sender;
  }

  private boolean isFlat(String side, LocalStreamProcess process) {
    long limit = MAX_KIB + files * MAX_BYTES_A_FILE / 1024;
    if (process.peakMemoryKib() > limit) {
      System.out.println("the " + side + " took more than the " + (limit >> 10) + " MiB promised");
      return false;
    }
    return true;
  }

  private void compare(Path sent, Path arrived) throws IOException {
    try (Stream<Path> all = Files.walk(sent);
        Stream<Path> there = Files.walk(arrived)) {
      long paths =
          all.peek(path -> compareOne(path, arrived.resolve(sent.relativize(path)))).count();
      if (there.count() != paths) {
        wrong++;
        System.out.println("there is something else in " + arrived);
      }
    }
  }

  private void compareOne(Path sent, Path arrived) {
    try {
      BasicFileAttributes one = attributes(sent);
      BasicFileAttributes other = attributes(arrived);
      boolean same =
          one.isDirectory() == other.isDirectory()
              && one.lastModifiedTime().toMillis() == other.lastModifiedTime().toMillis()
              && (one.isDirectory() || Files.mismatch(sent, arrived) < 0);
      wrong += same ? 0 : 1;
    } catch (IOException e) {
      wrong++;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
