package io.localstream.adapters.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** A terminal whose keyboard and screen are a test's. */
final class TypedTerminal implements AutoCloseable {
  private static final long DEADLINE_MILLIS = 30_000;

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final Shown shown = new Shown();
  private final Terminal terminal;
  private int seen;

  TypedTerminal() throws IOException {
    terminal =
        new ExternalTerminal(
            "test",
            "xterm",
            new PipedInputStream(keyboard, 1 << 16),
            shown,
            StandardCharsets.UTF_8);
    terminal.setSize(Size.of(100, 30));
  }

  Streams streams() {
    PrintStream screen = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return new Streams(
        new PipedInputStream(), screen, screen, true, true, true, () -> 100, () -> terminal);
  }

  void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  void enter(String line) throws IOException {
    type(line + "\r");
  }

  /** Waits until this is shown, behind what was waited for before. */
  void await(String text) throws InterruptedException {
    seen =
        shown.await(all -> all.indexOf(text, seen) >= 0, text).indexOf(text, seen) + text.length();
  }

  String everything() {
    return shown.text();
  }

  @Override
  public void close() throws IOException {
    keyboard.close();
    terminal.close();
  }

  private static final class Shown extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
      notifyAll();
    }

    @Override
    public synchronized void write(byte[] buffer, int offset, int length) {
      bytes.write(buffer, offset, length);
      notifyAll();
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    synchronized String await(Predicate<String> wanted, String what) throws InterruptedException {
      long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
      while (!wanted.test(text())) {
        long left = deadline - System.currentTimeMillis();
        if (left <= 0) {
          throw new AssertionError("never showed '" + what + "' in:\n" + text());
        }
        wait(left);
      }
      return text();
    }
  }
}
