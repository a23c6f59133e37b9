package io.localstream.domain.port.fake;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds names for folders whose own name something else has. */
final class InMemoryFolderNames {
  private final InMemoryFileSpace space;
  private final Map<String, String> renamed = new HashMap<>();

  InMemoryFolderNames(InMemoryFileSpace space) {
    this.space = space;
  }

  /**
   * Where the entries will be.
   *
   * @param targets of each of them, under its own name
   */
  List<String> besideOthers(List<String> targets, Manifest manifest, Destination destination) {
    SortedMap<String, ManifestEntry> folders = new TreeMap<>();
    for (int i = 0; i < targets.size(); i++) {
      if (manifest.isFolder(i)) {
        folders.put(targets.get(i), manifest.entries().get(i));
      }
    }
    // Outer ones come first in this order.
    folders.forEach((own, entry) -> {
      String target = path(own);
      if (destination.ifExists(entry.path()) == ExistingFile.RENAME && isOther(target)) {
        renamed.put(own, free(target));
      }
    });
    return targets.stream().map(this::path).toList();
  }

  private String path(String target) {
    for (int end = target.length(); end > 0; end = target.lastIndexOf('/', end - 1)) {
      String name = renamed.get(target.substring(0, end));
      if (name != null) {
        return name + target.substring(end);
      }
    }
    return target;
  }

  private boolean isOther(String path) {
    return space.isTaken(path) && !space.isFolder(path);
  }

  private String free(String path) {
    int number = 1;
    while (isOther(path + " (" + number + ")")) {
      number++;
    }
    return path + " (" + number + ")";
  }
}
