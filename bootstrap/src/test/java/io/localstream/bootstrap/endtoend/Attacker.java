package io.localstream.bootstrap.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@link Mallory}, or another one who means ill, on a machine of a network. */
final class Attacker {
  private Attacker() {}

  static LocalStreamProcess start(Namespace machine, String... arguments) {
    return start(machine, Mallory.class, arguments);
  }

  /** Starts a {@link Flood}. */
  static LocalStreamProcess flood(Namespace machine, String... arguments) {
    return start(machine, Flood.class, arguments);
  }

  private static LocalStreamProcess start(Namespace machine, Class<?> who, String... arguments) {
    List<String> command = new ArrayList<>(List.of(machine.entry()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(who.getName());
    command.addAll(List.of(arguments));
    return LocalStreamProcess.start(
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))));
  }

  /** A file with that text, to be given to an option. */
  static Path write(Path file, String text) {
    try {
      return java.nio.file.Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
