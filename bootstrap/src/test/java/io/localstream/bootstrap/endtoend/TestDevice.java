package io.localstream.bootstrap.endtoend;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.bootstrap.LocalStream;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device: a home and a folder to work in, and the processes that run there.
 *
 * @param prefix what stands in front of the command, for example to enter a network namespace
 */
record TestDevice(Path home, Path folder, List<String> prefix) {
  static final String ANNA = "anna-on-the-quay";
  static final String BEN = "ben-under-the-oak";

  /** A device that was never started, and that keeps quiet on the network. */
  static TestDevice fresh(Path parent, String name) {
    Path home = parent.resolve(name + ".home");
    try {
      Files.createDirectories(
          home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.writeString(
          home.resolve("settings.json"),
          """
          {"format": "localstream/settings", "version": 1, "deviceName": "%s", "announce": false}
          """
              .formatted(name));
      Files.setPosixFilePermissions(
          home.resolve("settings.json"), PosixFilePermissions.fromString("rw-------"));
      return new TestDevice(home, Files.createDirectories(parent.resolve(name)), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of two devices that trust each other: {@link #ANNA} or {@link #BEN}. */
  static TestDevice known(Path parent, String name) {
    TestDevice device = fresh(parent, name);
    device.copyHome(Acquainted.FOLDER.resolve(name + ".home"));
    return device;
  }

  /** The same device before it has met the other: with its keys, which cost time to make. */
  static TestDevice stranger(Path parent, String name) {
    TestDevice device = known(parent, name);
    try {
      Files.delete(device.home().resolve("devices.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return device;
  }

  /** Takes over what another home holds. */
  void copyHome(Path other) {
    try (Stream<Path> files = Files.walk(other)) {
      for (Path file : files.toList()) {
        Path copy = home.resolve(other.relativize(file));
        if (!Files.isDirectory(copy)) {
          Files.copy(
              file,
              copy,
              java.nio.file.StandardCopyOption.REPLACE_EXISTING,
              java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The device, which announces itself: only for networks that a test has made. */
  TestDevice announcing() {
    Path settings = home.resolve("settings.json");
    try {
      Files.writeString(
          settings,
          Files.readString(settings).replaceAll("\"announce\" ?: false", "\"announce\": true"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  TestDevice behind(String... command) {
    return new TestDevice(home, folder, List.of(command));
  }

  /** Starts the program; its standard input is at its end. */
  LocalStreamProcess start(String... arguments) {
    return LocalStreamProcess.start(
        builder(arguments).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))));
  }

  /** Starts the program with a pipe as its standard input. */
  LocalStreamProcess shell(String... arguments) {
    return LocalStreamProcess.start(builder(arguments));
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(Distribution.command(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> name.startsWith("JAVA_TOOL") || name.startsWith("JDK_JAVA"));
    environment.put("LOCALSTREAM_HOME", home.toString());
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** What there is in its folder, partial data included. */
  List<String> files() {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : Arrays.stream(names).sorted().toList();
  }

  /** The sessions that it keeps, as they are written. */
  List<String> sessions() {
    try (Stream<Path> files = Files.list(home.resolve("sessions"))) {
      List<String> sessions = new ArrayList<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        sessions.add(Files.readString(file));
      }
      return sessions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What there is in its folder but for what the next transfer goes on with. */
  List<String> visibleFiles() {
    return files().stream().filter(name -> !name.endsWith(".localstream-part")).toList();
  }

  /** The device in this JVM, which says yes to everything. */
  RunningDevice open() {
    return LocalStream.at(home).asking((question, wait) -> Answer.YES).open();
  }

  /** A port that is free and stays so: none that the system gives to whoever asks for any. */
  static int freePort() {
    return FreePorts.next();
  }

  /** Two homes that know each other; made once, since making keys takes long. */
  private static final class Acquainted {
    static final Path FOLDER = meet();

    private static Path meet() {
      try {
        Path folder = Files.createTempDirectory("localstream-acquainted");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        try (RunningDevice anna = fresh(folder, ANNA).open();
            RunningDevice ben = fresh(folder, BEN).open()) {
          Endpoint endpoint =
              anna.openConnection()
                  .open(
                      new OpenConnection.Command(
                          Optional.of(new HostAddress("127.0.0.1")), 0, new PeerLimit(1), false))
                  .endpoint();
          ben.connectToPeer().connect(ConnectToPeer.Command.to(endpoint));
        }
        delete(folder.resolve(ANNA + ".home/sessions"));
        delete(folder.resolve(BEN + ".home/sessions"));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        // The system's temporary folder is emptied by others too.
      }
    }
  }
}
