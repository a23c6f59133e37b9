package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One process of the program; closing it kills what is left of it. */
final class LocalStreamProcess implements AutoCloseable {
  private final Process process;
  private final Output out;
  private final Output err;
  private volatile long peakMemoryKib;

  private LocalStreamProcess(Process process) {
    this.process = process;
    this.out = new Output(process.getInputStream());
    this.err = new Output(process.getErrorStream());
    Thread.ofVirtual().start(this::measureWhileItLives);
  }

  static LocalStreamProcess start(ProcessBuilder builder) {
    try {
      return new LocalStreamProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types a line into its standard input. */
  void type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new AssertionError("it reads no more: " + this, e);
    }
  }

  /** Ends its standard input. */
  void endInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a part of its standard output looks like this. */
  MatchResult awaitOut(String pattern) {
    return await(out, pattern);
  }

  /** Waits until a part of its standard error looks like this. */
  MatchResult awaitErr(String pattern) {
    return await(err, pattern);
  }

  /** Waits until it listens. */
  LocalStreamProcess awaitListening() {
    Pattern listening = Pattern.compile("listening on ");
    Await.until(
        Await.PATIENCE,
        () -> listening.matcher(out() + err()).find(),
        () -> "does not listen: " + this);
    return this;
  }

  private MatchResult await(Output output, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    Await.until(
        Await.PATIENCE,
        () -> wanted.matcher(output.text()).find() || !process.isAlive() && output.isOver(),
        () -> "no " + pattern + ": " + this);
    return wanted
        .matcher(output.text())
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("ended without " + pattern + ": " + this));
  }

  /** Waits for its end and tells its exit code. */
  int exitCode() {
    return exitCode(Await.PATIENCE);
  }

  int exitCode(Duration patience) {
    Await.until(
        patience,
        () -> !process.isAlive() && out.isOver() && err.isOver(),
        () -> "has not ended: " + this);
    return process.exitValue();
  }

  /** Waits for its end, which is to be this one. */
  LocalStreamProcess endsWith(int exitCode) {
    return endsWith(exitCode, Await.PATIENCE);
  }

  LocalStreamProcess endsWith(int exitCode, Duration patience) {
    int actual = exitCode(patience);
    assertThat(actual).as(() -> "exit code of " + this).isEqualTo(exitCode);
    assertNoNoise();
    return this;
  }

  /** What a person should never see. */
  void assertNoNoise() {
    assertThat(err())
        .as(() -> "standard error of " + this)
        .doesNotContain("\tat ", "Exception", "WARNING", "internal error");
    assertThat(out()).doesNotContain("\tat ", "Exception", "WARNING");
  }

  String out() {
    return out.text();
  }

  String err() {
    return err.text();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends it a signal, for example {@code INT}. */
  void signal(String name) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new AssertionError("there is nothing to send a signal to: " + this);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The most memory that it has held, in KiB, as the system tells; 0 where it does not. */
  long peakMemoryKib() {
    return peakMemoryKib;
  }

  /** How many files, connections and other things it has open; 0 where the system does not tell. */
  int descriptors() {
    String[] open = new File("/proc/" + process.pid() + "/fd").list();
    return open == null ? 0 : open.length;
  }

  private void measureWhileItLives() {
    Await.holds(
        Duration.ofDays(1),
        () -> {
          measure();
          return !process.isAlive();
        });
  }

  private void measure() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      Files.readString(status)
          .lines()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .forEach(number -> peakMemoryKib = Math.max(peakMemoryKib, Long.parseLong(number)));
    } catch (NoSuchFileException e) {
      // It has ended, or this is no Linux.
    } catch (IOException e) {
      // It is ending just now: what was measured before is what counts.
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    String state = process.isAlive() ? "running" : "ended with " + process.exitValue();
    return state + "\n--- stdout\n" + out() + "--- stderr\n" + err() + "---";
  }

  /** What it has written so far. */
  private static final class Output {
    private final StringBuffer text = new StringBuffer();
    private final Thread reader;

    Output(InputStream stream) {
      reader = Thread.ofVirtual().start(() -> read(stream));
    }

    private void read(InputStream stream) {
      try (var in = new java.io.InputStreamReader(stream, StandardCharsets.UTF_8)) {
        char[] buffer = new char[4096];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          text.append(buffer, 0, n);
        }
      } catch (IOException e) {
        // The process was killed.
      }
    }

    String text() {
      return text.toString();
    }

    boolean isOver() {
      return !reader.isAlive();
    }
  }
}
