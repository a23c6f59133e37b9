package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Finds the place of the home on each system. */
final class HomeLocation {
  private static final String OVERRIDE = "LOCALSTREAM_HOME";

  /** What Java has instead of bytes that are no text: such a path leads elsewhere. */
  private static final char REPLACEMENT = '\ufffd';

  private HomeLocation() {}

  static Path find(Map<String, String> environment, Properties system) {
    try {
      Optional<String> override = value(environment, OVERRIDE);
      return override.isPresent() ? Path.of(override.get()) : onSystem(environment, system);
    } catch (InvalidPathException e) {
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE,
          "the folder for LocalStream's data has no valid path; set " + OVERRIDE + " to another",
          e);
    }
  }

  private static Path onSystem(Map<String, String> environment, Properties system) {
    String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return value(environment, "LOCALAPPDATA")
          .map(Path::of)
          .orElseGet(() -> userHome(environment, system).resolve("AppData").resolve("Local"))
          .resolve("LocalStream");
    }
    if (os.startsWith("mac")) {
      return userHome(environment, system).resolve("Library/Application Support/LocalStream");
    }
    return value(environment, "XDG_DATA_HOME")
        .map(Path::of)
        // The specification says to ignore a relative path.
        .filter(Path::isAbsolute)
        .orElseGet(() -> userHome(environment, system).resolve(".local/share"))
        .resolve("localstream");
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    Optional<String> value =
        Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    if (value.filter(text -> text.indexOf(REPLACEMENT) >= 0).isPresent()) {
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE, name + " is not text in UTF-8; set it to another path");
    }
    return value;
  }

  /** As a shell understands ~: HOME, which a person may have changed; else what the system says. */
  static Optional<Path> findUserHome(Map<String, String> environment, Properties system) {
    return value(environment, "HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() ->
            Optional.ofNullable(system.getProperty("user.home"))
                // What the JVM says where the user has no home.
                .filter(home -> !home.isBlank() && !home.equals("?"))
                .map(Path::of));
  }

  private static Path userHome(Map<String, String> environment, Properties system) {
    return findUserHome(environment, system)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.STORE_UNAVAILABLE,
                "this user has no home folder; set " + OVERRIDE + " to a folder to use"));
  }
}
