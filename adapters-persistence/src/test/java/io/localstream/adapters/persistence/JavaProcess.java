package io.localstream.adapters.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other processes that run a class of these tests. */
public final class JavaProcess {
  private static final long PATIENCE_SECONDS = 120;

  private JavaProcess() {}

  /** Starts {@code main} of a class with arguments; what it writes to stderr is shown. */
  public static Process start(Class<?> main, Object... arguments) throws IOException {
    return new ProcessBuilder(command(main, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Runs it below a shell, after that script. */
  public static Process startInShell(String script, Class<?> main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script + "\nexec \"$@\"", "sh"));
    command.addAll(command(main, arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static List<String> command(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /** Waits for its end and tells its exit status. */
  public static int await(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end");
    }
    return process.exitValue();
  }

  /** Waits for its end and tells what it wrote. */
  public static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes());
    await(process);
    return output.strip();
  }
}
