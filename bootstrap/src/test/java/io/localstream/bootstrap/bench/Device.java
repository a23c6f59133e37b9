package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A LocalStream device: a home of its own, and the program that runs there.
 *
 * @param prefix what stands in front of its commands, for example to enter a namespace
 */
record Device(Workshop workshop, Path home, List<String> prefix) {

  /** A device that has met nobody, and that keeps quiet on the network. */
  static Device fresh(Workshop workshop, List<String> prefix) {
    Path home = workshop.newFolder("home");
    try {
      Path settings = home.resolve("settings.json");
      Files.writeString(
          settings,
          """
          {"format": "localstream/settings", "version": 1, "deviceName": "%s", "announce": false}
          """
              .formatted(home.getFileName()));
      Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Device(workshop, home, prefix);
  }

  Run start(Path folder, List<String> arguments) {
    return Run.start(workshop, command(folder, arguments));
  }

  Shell shell(Path folder, String... arguments) {
    return Shell.start(workshop, command(folder, List.of(arguments)));
  }

  private Command command(Path folder, List<String> arguments) {
    List<String> words = new ArrayList<>(prefix);
    words.add(workshop.program().toString());
    words.addAll(arguments);
    return Command.of(folder, words).with("LOCALSTREAM_HOME", home.toString());
  }
}
