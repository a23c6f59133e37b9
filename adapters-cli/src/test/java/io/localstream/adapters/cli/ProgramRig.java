package io.localstream.adapters.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the whole program without a terminal, on scripted devices. */
final class ProgramRig {
  final List<ScriptedDevice> devices = new ArrayList<>();
  final List<Path> homes = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  Map<String, String> environment = Map.of();

  /** Where results go; a test may put one that can't be written to in its place. */
  OutputStream output = out;

  DeviceFactory factory =
      (home, contacts) -> {
        homes.add(home);
        devices.add(new ScriptedDevice(contacts, Duration.ZERO));
        return devices.getLast();
      };

  /** Runs with nothing on standard input. */
  int run(String... arguments) {
    return runWithInput("", arguments);
  }

  int runWithInput(String input, String... arguments) {
    out.reset();
    err.reset();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new ResultStream(output, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false,
            () -> 80,
            () -> {
              throw new IOException("there is no terminal");
            });
    return new LocalStreamProgram(
            (home, contacts) -> factory.open(home, contacts),
            environment,
            () -> Path.of("usual-home"),
            "1.2.3",
            () -> streams)
        .run(arguments);
  }

  List<String> out() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  List<String> err() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  ScriptedDevice device() {
    return devices.getLast();
  }
}
