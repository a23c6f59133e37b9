package io.localstream.adapters.persistence.files;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NamePlan;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.NameRules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of a manifest will be: in one folder, or in folders below it. Paths are put
 * together when they are asked for, since there may be a great many.
 *
 * @param name the one that the person chose for a single file; null for the manifest's own names
 * @param folders what becomes of the names of folders that something else has
 * @param names what becomes of names that the destination can't hold
 */
record Landing(
    Path folder, Manifest manifest, @Nullable String name, FolderNames folders, NamePlan names) {
  /** Every name as it is. */
  Landing(Path folder, Manifest manifest, @Nullable String name) {
    this(folder, manifest, name, NamePlan.asTheyAre(manifest));
  }

  /** With every folder under its own name. */
  Landing(Path folder, Manifest manifest, @Nullable String name, NamePlan names) {
    this(folder, manifest, name, FolderNames.OWN, names);
  }

  /** The same, but folders are saved beside what has their names, if the person wants that. */
  Landing besideOthers(Destination destination) {
    return new Landing(folder, manifest, name, FolderNames.of(this, destination), names);
  }

  /** The same where names are folded, which the file system's type did not say. */
  Landing folding(NamePolicy policy) {
    NameRules rules = names.rules().withFolding();
    return new Landing(folder, manifest, name, folders, NamePlan.of(manifest, rules, policy));
  }

  int count() {
    return manifest.size();
  }

  /** Whether the person has chosen the name of the single file. */
  boolean isNamed() {
    return name != null;
  }

  ManifestEntry entry(int file) {
    return manifest.entries().get(file);
  }

  /**
   * The final path of an entry, unless its name is taken by then.
   *
   * @param file its place in the manifest, from 0
   * @throws InvalidPathException this system can't have such a name
   */
  Path target(int file) {
    return folder.resolve(path(file));
  }

  /** The final path within the folder, with slashes. */
  String path(int file) {
    return name == null ? folders.path(names.path(file)) : name;
  }

  /** What a folder is saved beside, because that has its name. */
  Optional<Path> beside(int file) {
    return folders.beside(folder, names.path(file));
  }

  /** What goes before the last slash of a path; empty for the folder itself. */
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** What follows the last slash of a path. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path to tell of in a failure. */
  Path named(int file) {
    try {
      return target(file);
    } catch (InvalidPathException _) {
      return folder;
    }
  }

  /** Tells a failure that concerns one entry, and not the others. */
  MissingEntry missing(int file, LocalStreamException failure) {
    String shown = shown(file);
    String words = failure.getMessage();
    return new MissingEntry(
        shown,
        failure.code(),
        words.startsWith(shown + " ") ? words.substring(shown.length() + 1) : words);
  }

  /** Tells that an entry is left out for its name. */
  MissingEntry missing(int file, NameFault why) {
    return new MissingEntry(shown(file), why.code(), why.words() + "; " + why.hint());
  }

  private String shown(int file) {
    return DisplayText.escape(folder + folder.getFileSystem().getSeparator() + path(file));
  }

  /** The folder, or the file that the person named. */
  Path destination() {
    return name == null ? folder : folder.resolve(name);
  }

  /** For people. */
  String describe() {
    return count() == 1
        ? TypedPaths.show(named(0))
        : manifest.files() + " files in " + TypedPaths.show(folder);
  }
}
