package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes through the folders that something is published in, from the one that the person named, step
 * by step and without following a link; makes those that are missing. Those on the way to where it
 * is are held open: entries that lie in the same folder follow each other. For one thread.
 */
final class FolderWalk implements AutoCloseable {
  private static final int ALL_PERMISSIONS = 0777;

  private final Landing landing;
  private final PartFolder parts;
  private final Place chosen;
  private final Deque<Step> way = new ArrayDeque<>();
  private final Map<String, Integer> described = new HashMap<>();

  /** In their order inner ones come after those that they lie in. */
  private final NavigableSet<String> made = new TreeSet<>();

  /** Those that were not there when the transfer began to publish, perhaps some time ago. */
  private final Set<String> own = new HashSet<>();

  private final NavigableSet<String> entered = new TreeSet<>();

  /** A folder that is open. */
  private record Step(String path, Place place) {
    boolean leadsTo(String other) {
      return other.startsWith(path)
          && (other.length() == path.length() || other.charAt(path.length()) == '/');
    }
  }

  FolderWalk(Landing landing, Progress progress) {
    this.landing = landing;
    this.parts = progress.folder();
    this.chosen = new Place(progress.folder().parent(), landing.folder(), Place.Kind.CHOSEN);
    Optional<BitSet> before = progress.foldersBefore();
    for (int entry = 0; entry < landing.count(); entry++) {
      if (landing.manifest().isFolder(entry)) {
        described.put(landing.path(entry), entry);
        if (before.isPresent() && !before.get().get(entry)) {
          own.add(landing.path(entry));
        }
      }
    }
  }

  /**
   * Goes to a folder.
   *
   * @param path below the folder that the person named; empty for that one
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_EXISTS}: something else
   *     is in the way
   */
  Place enter(String path) throws IOException {
    if (path.isEmpty()) {
      return chosen;
    }
    while (!way.isEmpty() && !way.getLast().leadsTo(path)) {
      way.removeLast().place().access().close();
    }
    while (way.isEmpty() || !way.getLast().path().equals(path)) {
      int known = way.isEmpty() ? 0 : way.getLast().path().length() + 1;
      int slash = path.indexOf('/', known);
      step(path.substring(0, slash < 0 ? path.length() : slash));
    }
    return way.getLast().place();
  }

  private void step(String path) throws IOException {
    FolderAccess outer = way.isEmpty() ? chosen.access() : way.getLast().place().access();
    Path full = landing.folder().resolve(path);
    String name = Landing.last(path);
    makeIfMissing(outer, path, full);
    Place.Kind kind = made.contains(path) ? Place.Kind.MADE : Place.Kind.FOUND;
    way.addLast(new Step(path, new Place(outer.folder(name), full, kind)));
    entered.add(path);
  }

  private void makeIfMissing(FolderAccess outer, String path, Path full) throws IOException {
    String name = Landing.last(path);
    try {
      if (!outer.view(name, BasicFileAttributeView.class).readAttributes().isDirectory()) {
        throw Targets.taken(full, "is no folder, and is left alone; receive it elsewhere");
      }
    } catch (NoSuchFileException _) {
      Integer folder = described.get(path);
      PartMaking.makeFolder(
          parts,
          folder == null ? ALL_PERMISSIONS : landing.entry(folder).permissions(),
          outer,
          name);
      made.add(path);
    }
  }

  /** Gives the new folders their times, inner ones first, and brings the names in all to disk. */
  void finish() {
    for (String path : entered.descendingSet()) {
      try {
        FolderAccess access = enter(path).access();
        access.force();
        Integer folder = described.get(path);
        if (folder != null && (made.contains(path) || own.contains(path))) {
          ModificationTime.set(
              access.view(BasicFileAttributeView.class), landing.entry(folder).modified());
        }
      } catch (IOException _) {
        // What is in it is there; somebody has moved it, or it has no such times.
      }
    }
    chosen.access().force();
  }

  @Override
  public void close() {
    try {
      while (!way.isEmpty()) {
        way.removeLast().place().access().close();
      }
    } catch (IOException _) {
      // They were only looked at.
    }
  }
}
