package io.localstream.adapters.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams, and which of them are a terminal.
 *
 * @param columns the width of the terminal now; 0 where it is not known
 * @param terminal opens the terminal that standard input is
 */
record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    IntSupplier columns,
    TerminalOpener terminal) {

  /**
   * Which of the standard streams 0, 1 and 2 are terminals, as the launcher has seen it: to ask the
   * system from here takes as long as all the rest of a short command.
   */
  private static final String SEEN = "localstream.terminals";

  /** Which of them were closed when the program was started, as the launcher has seen it. */
  private static final String CLOSED = "localstream.closed";

  /** Opens the terminal for reading what is typed there. */
  @FunctionalInterface
  interface TerminalOpener {
    Terminal open() throws IOException;
  }

  /**
   * How far the file was read that standard input is; empty where {@code in} is not, or no file.
   */
  // Standard input stays open, and no other stream reads from it.
  @SuppressWarnings({"resource", "ReferenceEquality"})
  static OptionalLong position(InputStream in) throws IOException {
    return in == System.in
        ? OptionalLong.of(new FileInputStream(FileDescriptor.in).getChannel().position())
        : OptionalLong.empty();
  }

  /** Those of this process. */
  static Streams ofProcess() {
    Predicate<SystemStream> terminal =
        Optional.ofNullable(System.getProperty(SEEN))
            .map(Streams::asSeen)
            .orElseGet(() -> asAsked());
    String closed = System.getProperty(CLOSED, "");
    return new Streams(
        closed.contains("0") ? ClosedStream.input() : System.in,
        closed.contains("1")
            ? ClosedStream.output()
            : stream(FileDescriptor.out, "stdout.encoding"),
        stream(FileDescriptor.err, "stderr.encoding"),
        terminal.test(SystemStream.Input),
        terminal.test(SystemStream.Output),
        terminal.test(SystemStream.Error),
        () -> OfSystem.provider().map(Streams::columns).orElse(0),
        () -> TerminalBuilder.builder().system(true).dumb(true).build());
  }

  private static Predicate<SystemStream> asSeen(String terminals) {
    return stream ->
        switch (stream) {
          case Input -> terminals.contains("0");
          case Output -> terminals.contains("1");
          case Error -> terminals.contains("2");
        };
  }

  private static Predicate<SystemStream> asAsked() {
    return OfSystem.provider()
        .<Predicate<SystemStream>>map(provider -> provider::isSystemStream)
        // No native access here: the JDK tells of standard input and output together only.
        .orElse(_ -> Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  private static int columns(TerminalProvider provider) {
    try {
      return provider.systemStreamWidth(SystemStream.Error);
    } catch (UncheckedIOException _) {
      // It is not a terminal, or no longer.
      return 0;
    }
  }

  /** The system's encoding; UTF-8 where that could not write a Greek file name. */
  private static PrintStream stream(FileDescriptor descriptor, String encodingProperty) {
    Charset system =
        Charset.forName(System.getProperty(encodingProperty, "UTF-8"), StandardCharsets.UTF_8);
    Charset charset = system.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : system;
    return new ResultStream(new FileOutputStream(descriptor), charset);
  }

  /** Loaded when it is needed first. */
  private static final class OfSystem {
    private static final @Nullable TerminalProvider PROVIDER = load();

    static Optional<TerminalProvider> provider() {
      return Optional.ofNullable(PROVIDER);
    }

    private static @Nullable TerminalProvider load() {
      try {
        return TerminalProvider.load("ffm");
      } catch (IOException _) {
        return null;
      }
    }
  }

  /**
   * Whether standard input is a file that gives as much as its size says. In proc(5) and sysfs(5),
   * and with FUSE, files may hold more or less than their size says.
   */
  // Standard input stays open.
  @SuppressWarnings("resource")
  static boolean inputHoldsWhatItClaims() throws IOException {
    FileChannel channel = new FileInputStream(FileDescriptor.in).getChannel();
    long size = channel.size();
    return channel.read(ByteBuffer.allocate(1), size) < 0
        && (size == 0 || channel.read(ByteBuffer.allocate(1), size - 1) == 1);
  }
}
