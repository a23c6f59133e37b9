package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A command that is measured, from before its start until it has ended. */
final class Run implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 30;
  private final Command command;
  private final Process process;
  private final Path report;
  private final Path log;

  private Run(Command command, Process process, Path report, Path log) {
    this.command = command;
    this.process = process;
    this.report = report;
    this.log = log;
  }

  static Run start(Workshop workshop, Command command) {
    Path report = workshop.scratch("report");
    Path log = workshop.scratch("log");
    try {
      Process process =
          workshop.measured(command, report).builder().redirectOutput(log.toFile()).start();
      return new Run(command, process, report, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end, which has to be a good one. */
  Usage end() {
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new CannotRun("does not end: " + described());
      }
      if (process.exitValue() != 0) {
        throw new CannotRun("ends with " + process.exitValue() + ": " + described());
      }
      return read(Files.readString(report).strip().split(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("interrupted", e);
    }
  }

  private static Usage read(String[] figures) {
    return new Usage(
        Long.parseLong(figures[0]),
        Long.parseLong(figures[1]),
        Long.parseLong(figures[2]) / 1e6,
        Long.parseLong(figures[3]));
  }

  /** The last that it wrote. */
  String words() {
    try {
      String text = Files.readString(log).strip();
      return text.substring(Math.max(0, text.length() - 500));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String described() {
    String line = String.join(" ", command.words());
    return line.substring(0, Math.min(200, line.length())) + "\n" + words();
  }

  /** Ends it if it lives. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      Files.deleteIfExists(report);
      Files.deleteIfExists(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The whole folder goes in the end.
    }
  }
}
