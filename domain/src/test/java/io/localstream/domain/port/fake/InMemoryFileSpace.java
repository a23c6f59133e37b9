package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NameRules;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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
  private static final int MAX_LINKS = 40;
  static final Instant FIRST_MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

  private long damagedAt = -1;
  private final SortedMap<String, StoredFile> files = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>(Set.of(""));
  private final SortedMap<String, String> links = new TreeMap<>();
  private final List<InMemoryPartial> partials = new ArrayList<>();
  private long changes;
  private int unfinished;
  private long bytesUntilFull = Long.MAX_VALUE;
  private long bytesUntilAction = Long.MAX_VALUE;
  private NameRules nameRules = NameRules.ANY;
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
    links.remove(normal(path));
    folders.remove(normal(path));
  }

  synchronized void link(String path, String target) {
    makeFolder(parent(path));
    links.put(normal(path), target);
  }

  /** Where the symbolic link at that path leads, if there is one. */
  synchronized Optional<String> link(String path) {
    return Optional.ofNullable(links.get(normal(path)));
  }

  /** What is in a folder, in order. */
  synchronized List<String> names(String folder) {
    return Stream.of(files.keySet(), folders, links.keySet())
        .flatMap(Set::stream)
        .filter(path -> !path.isEmpty() && parent(path).equals(normal(folder)))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  /** The path without links in it, or nothing when they lead in a circle. */
  synchronized Optional<String> real(String path) {
    String real = path;
    for (int tries = 0; tries < MAX_LINKS; tries++) {
      Optional<String> first = firstLink(real);
      if (first.isEmpty()) {
        return Optional.of(real);
      }
      String link = first.get();
      real = lexical(parent(link), links.get(link)) + real.substring(link.length());
    }
    return Optional.empty();
  }

  private Optional<String> firstLink(String path) {
    return links.keySet().stream()
        .filter(link -> path.equals(link) || path.startsWith(link + "/"))
        .findFirst();
  }

  /** Where a path leads from a folder on, without looking at links; the root is out of reach. */
  static String lexical(String folder, String path) {
    Deque<String> steps = new ArrayDeque<>();
    String whole = path.startsWith("/") ? "//top/" + path : folder + "/" + path;
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
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
    return Stream.of(files.keySet(), links.keySet(), folders)
        .flatMap(Set::stream)
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  /** Whether anything is there. */
  synchronized boolean isTaken(String path) {
    return isFolder(path) || files.containsKey(normal(path)) || link(path).isPresent();
  }

  /** Puts an arrived file, folder or link there, in the place of what may be there. */
  synchronized void store(String path, ManifestEntry entry, byte[] content) {
    makeFolder(parent(path));
    String name = normal(path);
    files.remove(name);
    links.remove(name);
    switch (entry) {
      case ManifestEntry.File file ->
          files.put(name, new StoredFile(content, file.modified(), file.permissions(), ++changes));
      case ManifestEntry.Folder _ -> folders.add(name);
      case ManifestEntry.Link link -> links.put(name, link.target().value());
    }
  }

  /** Gives a file or a link another name. */
  synchronized void rename(String path, String newPath) {
    Optional.ofNullable(files.remove(normal(path)))
        .ifPresent(file -> files.put(normal(newPath), file));
    Optional.ofNullable(links.remove(normal(path)))
        .ifPresent(target -> links.put(normal(newPath), target));
  }

  /** Keeps what an unfinished transfer has noted. */
  synchronized void leave(InMemoryPartial partial) {
    partials.add(partial);
  }

  /** Takes what an unfinished transfer has left that is of most use, if any is. */
  synchronized Optional<InMemoryPartial> takeLeft(InMemoryPartial wanted) {
    Optional<InMemoryPartial> best = findLeft(wanted);
    best.ifPresent(partials::remove);
    return best;
  }

  /** As {@link #takeLeft}, but it stays there. */
  synchronized Optional<InMemoryPartial> findLeft(InMemoryPartial wanted) {
    return partials.stream()
        .filter(partial -> partial.isUsefulTo(wanted))
        .max(Comparator.comparing(partial -> partial.manifest().equals(wanted.manifest())));
  }

  synchronized void holdOnly(NameRules rules) {
    nameRules = rules;
  }

  synchronized NameRules nameRules() {
    return nameRules;
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

  synchronized void damageStoredAt(long streamOffset) {
    damagedAt = streamOffset;
  }

  /** Alters the byte that is to be another one, if it was just written. */
  synchronized void damage(byte[] stream, long offset, int length) {
    if (damagedAt >= offset && damagedAt < offset + length) {
      stream[(int) damagedAt] ^= 1;
    }
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
