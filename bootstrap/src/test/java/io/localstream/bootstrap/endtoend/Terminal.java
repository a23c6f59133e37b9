package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A terminal with the program in it, of a tmux server of its own. */
final class Terminal implements AutoCloseable {
  private static final int COLUMNS = 110;
  private static final int ROWS = 45;

  private final String server;

  private Terminal(String server) {
    this.server = server;
  }

  static boolean isPossible() {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Starts the program with this device's home, in its folder. */
  static Terminal start(TestDevice device, Path socket, String... arguments) {
    Terminal terminal = new Terminal(socket.toString());
    List<String> command =
        new ArrayList<>(List.of("new-session", "-d", "-x", "" + COLUMNS, "-y", "" + ROWS));
    command.addAll(List.of("-c", device.folder().toString()));
    command.addAll(List.of("env", "LC_ALL=C.UTF-8", "LOCALSTREAM_HOME=" + device.home()));
    // The terminal stays when the program has ended, and shows with what.
    command.addAll(List.of("sh", "-c", "\"$@\"; echo \"ended with $?\"; exec sleep 600", "sh"));
    command.addAll(Distribution.command(arguments));
    terminal.tmux(command);
    return terminal;
  }

  /** Types a line. */
  void type(String line) {
    tmux(List.of("send-keys", "-l", line));
    press("Enter");
  }

  /** Presses a key, for example {@code Tab} or {@code C-c}. */
  void press(String key) {
    tmux(List.of("send-keys", key));
  }

  /** What is to be seen, and what has scrolled away. */
  String screen() {
    return tmux(List.of("capture-pane", "-p", "-J", "-S", "-500"));
  }

  /** Waits until the screen shows this. */
  String awaitScreen(String pattern) {
    Pattern wanted = Pattern.compile(pattern, Pattern.MULTILINE);
    Await.until(
        Await.PATIENCE,
        () -> wanted.matcher(screen()).find(),
        () -> "no " + pattern + " in\n" + screen());
    return screen();
  }

  private String tmux(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", server, "-f", "/dev/null"));
    command.addAll(arguments);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().remove("TMUX");
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    tmux(List.of("kill-server"));
  }
}
