package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A way to carry files from one folder into others. What it starts for longer than once it gives to
 * {@link Workshop#atEnd}.
 */
interface Courier {

  /**
   * Carries all files and tells what it took; what comes before and behind is not counted.
   *
   * @param to empty folders, each of which gets everything
   * @throws CannotRun where it does not succeed
   */
  Usage carry(Cargo cargo, List<Path> to);

  /** Whether anything is to be found afterwards where it was carried to. */
  default boolean delivers() {
    return true;
  }
}
