package io.localstream.bootstrap.endtoend;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it was packaged, with its own JVM, options and cache. */
final class Distribution {
  private Distribution() {}

  /** The folder of the module bootstrap. */
  static Path module() {
    try {
      Path classes =
          Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.getParent().getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the tests' classes are not in a folder", e);
    }
  }

  /** The folder of the package. */
  static Path folder() {
    Path folder = module().resolve("target/localstream");
    if (!Files.isRegularFile(folder.resolve("bin/localstream"))) {
      throw new IllegalStateException(folder + " is not there: mvn package makes it");
    }
    return folder;
  }

  /**
   * The command that starts the program. Its launcher becomes the JVM, so that signals reach that.
   */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(folder().resolve("bin/localstream").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
