package io.localstream.bootstrap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A command that one talks with: lines in, lines out. It is given an hour. */
final class Shell implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final StringBuilder heard = new StringBuilder();

  private Shell(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::endInTime);
  }

  static Shell start(Workshop workshop, Command command) {
    Path report = workshop.scratch("report");
    try {
      return new Shell(
          workshop
              .measured(command, report)
              .builder()
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endInTime() {
    try {
      if (!process.waitFor(1, TimeUnit.HOURS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new CannotRun("reads no more: " + heard, e);
    }
  }

  /** Reads on until a line looks like this. */
  void await(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        heard.append(line).append('\n');
        if (wanted.matcher(line).find()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new CannotRun("cannot be heard: " + heard, e);
    }
    throw new CannotRun("ended without '" + pattern + "': " + heard);
  }

  /** The most memory that what it runs has held so far. */
  long peakKib() {
    return process.descendants().mapToLong(Shell::peakKib).max().orElse(0);
  }

  private static long peakKib(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "status"))
          .lines()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void kill() {
    process.destroyForcibly();
    close();
  }

  /** Lets it leave. */
  void endInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  /** Lets it leave, and kills it where it does not. */
  @Override
  public void close() {
    endInput();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
