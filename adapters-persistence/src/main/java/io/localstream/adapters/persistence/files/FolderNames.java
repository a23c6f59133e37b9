package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of folders that are saved beside something else that has their name: {@code name (1)},
 * or the next number under which nothing or a folder is. A second transfer and a resumed one get
 * the same name, and are merged with that folder as with any other.
 */
final class FolderNames {
  /** Every folder has its own name. */
  static final FolderNames OWN = new FolderNames(Map.of());

  private static final int MAX_NAMES = 1_000;

  /** By the path of a folder as it is offered, what it becomes. */
  private final Map<String, String> renamed;

  private FolderNames(Map<String, String> renamed) {
    this.renamed = renamed;
  }

  /**
   * Looks at what is there.
   *
   * @param landing with every folder under its own name
   */
  static FolderNames of(Landing landing, Destination destination) {
    if (destination.ifExists() != ExistingFile.RENAME
        && !destination.picking().decided().containsValue(ExistingFile.RENAME)) {
      return OWN;
    }
    Search search = new Search(landing, destination);
    for (int file = 0; file < landing.count(); file++) {
      String path = landing.path(file);
      search.look(landing.manifest().isFolder(file) ? path : Landing.parent(path));
    }
    return search.renamed.isEmpty() ? OWN : new FolderNames(search.renamed);
  }

  /** For one thread. */
  private static final class Search {
    private final Landing landing;
    private final Destination destination;
    private final Map<String, ManifestEntry> described = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Search(Landing landing, Destination destination) {
      this.landing = landing;
      this.destination = destination;
      for (int file = 0; file < landing.count(); file++) {
        if (landing.manifest().isFolder(file)) {
          described.put(landing.path(file), landing.entry(file));
        }
      }
    }

    void look(String path) {
      if (path.isEmpty() || !seen.add(path)) {
        return;
      }
      look(Landing.parent(path));
      String wanted = FolderNames.path(renamed, path);
      if (ifExists(path) == ExistingFile.RENAME && isOther(wanted)) {
        free(wanted).ifPresent(free -> renamed.put(path, free));
      }
    }

    private ExistingFile ifExists(String path) {
      ManifestEntry entry = described.get(path);
      return entry == null ? destination.ifExists() : destination.ifExists(entry.path());
    }

    private Optional<String> free(String path) {
      String outer = path.substring(0, path.length() - Landing.last(path).length());
      for (int number = 1; number < MAX_NAMES; number++) {
        String free = outer + FreeName.ofFolder(Landing.last(path), number);
        if (!isOther(free)) {
          return Optional.of(free);
        }
      }
      return Optional.empty();
    }

    /** Whether something is there that is no folder. */
    private boolean isOther(String path) {
      try {
        BasicFileAttributes there = Grounds.attributes(landing.folder().resolve(path));
        return there != null && !there.isDirectory();
      } catch (IOException | InvalidPathException _) {
        // That shows when what is in the way is looked for.
        return false;
      }
    }
  }

  /** What a path becomes. */
  String path(String offered) {
    return renamed.isEmpty() ? offered : path(renamed, offered);
  }

  private static String path(Map<String, String> renamed, String offered) {
    for (int end = offered.length(); end > 0; end = offered.lastIndexOf('/', end - 1)) {
      String name = renamed.get(offered.substring(0, end));
      if (name != null) {
        return name + offered.substring(end);
      }
    }
    return offered;
  }

  /** What a folder is saved beside, if it is; nothing if it has its own name. */
  Optional<Path> beside(Path folder, String offered) {
    String name = renamed.get(offered);
    return name == null
        ? Optional.empty()
        : Optional.of(folder.resolve(Landing.parent(name)).resolve(Landing.last(offered)));
  }
}
