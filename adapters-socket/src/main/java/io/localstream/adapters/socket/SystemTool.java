package io.localstream.adapters.socket;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a command of the system for what it prints; without a shell, and never for long. */
final class SystemTool {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int MAX_OUTPUT_BYTES = 1 << 20;

  private SystemTool() {}

  /** What it prints; empty when it is missing, fails, or takes too long. */
  static Optional<String> output(List<String> command) {
    return output(command, TIMEOUT);
  }

  static Optional<String> output(List<String> command, Duration timeout) {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      // Not installed, which is a usual thing.
      return Optional.empty();
    }
    try {
      return outputOf(process, Deadline.in(timeout));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<String> outputOf(Process process, Deadline deadline) {
    FutureTask<String> reading = new FutureTask<>(() -> read(process));
    Thread.ofPlatform().daemon().name("output of a tool").start(reading);
    try {
      String text = reading.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      boolean ended = process.waitFor(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      // A tool that does not work tells nothing.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String read(Process process) throws IOException {
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      return new String(output.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8);
    }
  }
}
