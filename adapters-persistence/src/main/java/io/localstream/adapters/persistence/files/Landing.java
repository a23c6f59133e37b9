package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a manifest will be: all in one folder. Paths are put together when they are
 * asked for, since there may be a great many.
 *
 * @param name the one that the person chose for a single file; null for the manifest's own names
 */
record Landing(Path folder, Manifest manifest, @Nullable String name) {
  int count() {
    return manifest.entries().size();
  }

  /**
   * The final path of a file, unless its name is taken by then.
   *
   * @param file its place in the manifest, from 0
   */
  Path target(int file) {
    return folder.resolve(name == null ? manifest.entries().get(file).path().value() : name);
  }

  /** For people. */
  String describe() {
    return count() == 1
        ? TypedPaths.show(target(0))
        : count() + " files in " + TypedPaths.show(folder);
  }
}
