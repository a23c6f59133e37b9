package io.localstream.domain.transfer;

import io.localstream.domain.transfer.Destination.ExistingFile;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an offer a person takes, and what they have decided about single files that exist here.
 * The patterns are as in a .gitignore, as {@link IgnoreRules} reads them, and speak of paths as the
 * offer has them: {@code /} is the top of the offer.
 *
 * @param only what is taken: what one of the patterns fits, and what lies in a folder that one
 *     fits; empty to take everything
 * @param excludes what is left out all the same
 * @param decided what becomes of single files that exist already; of others the {@link Destination}
 *     tells
 */
public record Picking(
    List<String> only, List<String> excludes, Map<RelativePath, ExistingFile> decided) {
  /** Everything, and nothing decided. */
  public static final Picking ALL = new Picking(List.of(), List.of(), Map.of());

  public Picking {
    only = List.copyOf(only);
    excludes = List.copyOf(excludes);
    decided = Map.copyOf(decided);
  }

  /** The same with these decisions. */
  public Picking deciding(Map<RelativePath, ExistingFile> decisions) {
    return new Picking(only, excludes, decisions);
  }

  /** The entries that are not taken, by their place in the manifest, from 0. */
  public BitSet leftOut(Manifest manifest) {
    BitSet leftOut = new BitSet();
    if (only.isEmpty() && excludes.isEmpty()) {
      return leftOut;
    }
    Fitting wanted = new Fitting(only);
    Fitting unwanted = new Fitting(excludes);
    Set<String> around = new HashSet<>();
    List<ManifestEntry> entries = manifest.entries();
    for (int i = 0; i < entries.size(); i++) {
      ManifestEntry entry = entries.get(i);
      if ((!only.isEmpty() && !wanted.fits(entry)) || unwanted.fits(entry)) {
        leftOut.set(i);
      } else {
        addFoldersAround(entry.path().value(), around);
      }
    }
    takeFoldersAround(around, entries, leftOut);
    return leftOut;
  }

  private static void addFoldersAround(String path, Set<String> around) {
    int slash = path.lastIndexOf('/');
    while (slash >= 0 && around.add(path.substring(0, slash))) {
      slash = path.lastIndexOf('/', slash - 1);
    }
  }

  /** A folder in which something is taken keeps its time and permissions. */
  private static void takeFoldersAround(
      Set<String> around, List<ManifestEntry> entries, BitSet leftOut) {
    for (int i = leftOut.nextSetBit(0); i >= 0; i = leftOut.nextSetBit(i + 1)) {
      if (around.contains(entries.get(i).path().value())) {
        leftOut.clear(i);
      }
    }
  }

  /** What some patterns fit, with all that lies in a folder that they fit. */
  private static final class Fitting {
    private final IgnoreRules rules;
    private final Map<String, Boolean> folders = new HashMap<>(Map.of("", false));

    Fitting(List<String> patterns) {
      rules = new IgnoreRules(new Selection(patterns, false, false));
    }

    boolean fits(ManifestEntry entry) {
      String path = entry.path().value();
      return fitsFolder(parent(path))
          || rules.leaveOut(path, entry instanceof ManifestEntry.Folder);
    }

    private boolean fitsFolder(String path) {
      Boolean known = folders.get(path);
      if (known == null) {
        known = fitsFolder(parent(path)) || rules.leaveOut(path, true);
        folders.put(path, known);
      }
      return known;
    }

    private static String parent(String path) {
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
  }
}
