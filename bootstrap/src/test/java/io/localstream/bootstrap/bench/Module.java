package io.localstream.bootstrap.bench;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the module bootstrap is. */
final class Module {
  private Module() {}

  static Path folder() {
    try {
      Path classes =
          Path.of(Module.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.getParent().getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the tests' classes are not in a folder", e);
    }
  }
}
