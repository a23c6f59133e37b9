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
          .orElseGet(() -> userHome(system).resolve("AppData").resolve("Local"))
          .resolve("LocalStream");
    }
    if (os.startsWith("mac")) {
      return userHome(system).resolve("Library/Application Support/LocalStream");
    }
    return value(environment, "XDG_DATA_HOME")
        .map(Path::of)
        // The specification says to ignore a relative path.
        .filter(Path::isAbsolute)
        .orElseGet(() -> userHome(system).resolve(".local/share"))
        .resolve("localstream");
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static Path userHome(Properties system) {
    return Optional.ofNullable(system.getProperty("user.home"))
        // What the JVM says where the user has no home.
        .filter(home -> !home.isBlank() && !home.equals("?"))
        .map(Path::of)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.STORE_UNAVAILABLE,
                "this user has no home folder; set " + OVERRIDE + " to a folder to use"));
  }
}
