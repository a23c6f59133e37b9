package io.localstream.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes once through what people do with the program, so that the JVM can note what that loads (JEP
 * 483) and which code is worth compiling (JEP 515). {@code mvn package} starts it; it announces
 * nothing and leaves nothing but what it writes into its folder.
 */
final class Rehearsal {
  private static final String HOST = "127.0.0.1";
  private static final int CONTENT_BYTES = 32 << 20;

  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /** Runs it in the folder that is the only argument. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Rehearsal(Path.of(arguments[0])).run();
  }

  private void run() throws IOException, InterruptedException {
    perform("--version");
    perform("help");
    perform("help", "receive");
    Path file = Files.write(folder.resolve("content"), new byte[CONTENT_BYTES]);
    // Strangers at first, then acquaintances.
    exchange(file, "first");
    exchange(file, "second");
    perform(as("sender", "status"));
    perform(as("sender", "trust", "list"));
  }

  /** One process, two devices: what both sides load is wanted in the one cache. */
  private void exchange(Path file, String name) throws IOException, InterruptedException {
    Path target = Files.createDirectories(folder.resolve(name));
    String port = freePort();
    List<Throwable> failures = new ArrayList<>();
    Thread sender =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
            .start(() ->
                perform(as("sender", "send", file.toString(), "--port", port, "--host", HOST)));
    perform(
        as("receiver", "receive", target.toString(), "--from", HOST + ":" + port, "--wait", "30"));
    sender.join();
    if (!failures.isEmpty()) {
      throw new IllegalStateException("the sender failed", failures.getFirst());
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private String[] as(String device, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", folder.resolve(device).toString(), "--yes", "--no-announce"));
    return all.toArray(String[]::new);
  }

  private static void perform(String... words) {
    int exit = Main.program().run(words);
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", words) + " ended with " + exit);
    }
  }
}
