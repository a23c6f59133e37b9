package io.localstream.bootstrap.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command line, where it runs, and what it finds in its environment. */
record Command(List<String> words, Path folder, Map<String, String> environment) {

  static Command of(Path folder, List<String> words) {
    return new Command(List.copyOf(words), folder, Map.of("LC_ALL", "C.UTF-8"));
  }

  static Command of(Path folder, String... words) {
    return of(folder, List.of(words));
  }

  /** The same command, started by another one. */
  Command behind(List<String> prefix) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    return new Command(List.copyOf(all), folder, environment);
  }

  Command with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Command(words, folder, Map.copyOf(more));
  }

  /** As the system starts it: with nothing to read, and both outputs in one. */
  ProcessBuilder builder() {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"));
    builder.environment().keySet().removeIf(name -> name.contains("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs it to its end, which has to be a good one, and tells what it wrote. */
  String output() {
    try {
      Process process = builder().start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new CannotRun(words + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("interrupted", e);
    }
  }
}
