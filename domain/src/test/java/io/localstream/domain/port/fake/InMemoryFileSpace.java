package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of {@link InMemoryFiles} and what shall go wrong with them. */
final class InMemoryFileSpace {
  static final long CAPACITY_BYTES = 1L << 30;
  private static final Instant FIRST_MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

  private final SortedMap<String, StoredFile> files = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>(Set.of(""));
  private long changes;
  private int unfinished;
  private long bytesUntilFull = Long.MAX_VALUE;
  private long bytesUntilAction = Long.MAX_VALUE;
  private Runnable afterReading = () -> {};
  private Runnable beforeCommit = () -> {};

  /**
   * A file as it is until the next change of it; never written to.
   *
   * @param change tells it apart from every other state of any file
   */
  record StoredFile(byte[] content, Instant modified, int permissions, long change) {}

  /** A file and where it was found. */
  record Found(String path, StoredFile file) {}

  static String join(String folder, String name) {
    return normal(folder).isEmpty() ? name : normal(folder) + "/" + name;
  }

  static String parent(String path) {
    int slash = normal(path).lastIndexOf('/');
    return slash < 0 ? "" : normal(path).substring(0, slash);
  }

  private static String normal(String path) {
    String relative = path.startsWith("./") ? path.substring(2) : path;
    String trimmed =
        relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
    return trimmed.equals(".") ? "" : trimmed;
  }

  synchronized void put(String path, byte[] content, int permissions) {
    makeFolder(parent(path));
    Instant modified = FIRST_MODIFIED.plusSeconds(++changes);
    files.put(normal(path), new StoredFile(content.clone(), modified, permissions, changes));
  }

  synchronized void makeFolder(String path) {
    for (String folder = normal(path); !folder.isEmpty(); folder = parent(folder)) {
      folders.add(folder);
    }
  }

  synchronized void delete(String path) {
    files.remove(normal(path));
    folders.remove(normal(path));
  }

  synchronized boolean isFolder(String path) {
    return folders.contains(normal(path));
  }

  synchronized Optional<StoredFile> find(String path) {
    return Optional.ofNullable(files.get(normal(path)));
  }

  synchronized StoredFile require(String path) {
    if (isFolder(path)) {
      throw new LocalStreamException(
          FailureCode.FILE_UNREADABLE, DisplayText.escape(path) + " is a folder");
    }
    return find(path)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.FILE_MISSING, "there is no file " + DisplayText.escape(path)));
  }

  synchronized List<String> visible() {
    return Stream.concat(files.keySet().stream(), folders.stream().filter(name -> !name.isEmpty()))
        .sorted()
        .toList();
  }

  synchronized void requireFree(String path, ExistingFile ifExists) {
    boolean inTheWay =
        switch (ifExists) {
          case KEEP -> isTaken(path);
          case OVERWRITE -> isFolder(path);
          case RENAME -> false;
        };
    if (inTheWay) {
      throw new LocalStreamException(
          FailureCode.FILE_EXISTS, DisplayText.escape(path) + " exists already");
    }
  }

  private boolean isTaken(String path) {
    return isFolder(path) || files.containsKey(normal(path));
  }

  /** Makes an arrived file visible and tells the path that it got. */
  synchronized String publish(
      String path, byte[] content, Instant modified, int permissions, ExistingFile ifExists) {
    requireFree(path, ifExists);
    String free = ifExists == ExistingFile.RENAME ? freeName(path) : path;
    files.put(normal(free), new StoredFile(content, modified, permissions, ++changes));
    return free;
  }

  private String freeName(String path) {
    int dot = path.lastIndexOf('.');
    int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
    String free = path;
    for (int number = 1; isTaken(free); number++) {
      free = path.substring(0, end) + " (" + number + ")" + path.substring(end);
    }
    return free;
  }

  synchronized int unfinished() {
    return unfinished;
  }

  synchronized void begin(int count) {
    unfinished += count;
  }

  synchronized void finish(int count) {
    unfinished -= count;
  }

  synchronized void fillDiskAfter(long bytes) {
    bytesUntilFull = bytes;
  }

  synchronized void use(String path, int bytes) {
    if (bytes > bytesUntilFull) {
      throw new LocalStreamException(
          FailureCode.NO_SPACE, "no space is left for " + DisplayText.escape(path));
    }
    bytesUntilFull -= bytes;
  }

  synchronized void afterReading(long bytes, Runnable action) {
    bytesUntilAction = bytes;
    afterReading = action;
  }

  synchronized void beforeRead(int bytes) {
    if (bytes > bytesUntilAction) {
      bytesUntilAction = Long.MAX_VALUE;
      afterReading.run();
    } else {
      bytesUntilAction -= bytes;
    }
  }

  synchronized void beforeCommit(Runnable action) {
    beforeCommit = action;
  }

  synchronized void runBeforeCommit() {
    Runnable action = beforeCommit;
    beforeCommit = () -> {};
    action.run();
  }
}
