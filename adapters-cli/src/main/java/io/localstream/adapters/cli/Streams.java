package io.localstream.adapters.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

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

  /** Opens the terminal for reading what is typed there. */
  @FunctionalInterface
  interface TerminalOpener {
    Terminal open() throws IOException;
  }

  /** Those of this process. */
  static Streams ofProcess() {
    Predicate<SystemStream> terminal;
    IntSupplier columns;
    try {
      TerminalProvider provider = TerminalProvider.load("ffm");
      terminal = provider::isSystemStream;
      columns = () -> columns(provider);
    } catch (IOException _) {
      // No native access here: the JDK tells of standard input and output together only.
      terminal = _ -> Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
      columns = () -> 0;
    }
    return new Streams(
        System.in,
        stream(FileDescriptor.out, "stdout.encoding"),
        stream(FileDescriptor.err, "stderr.encoding"),
        terminal.test(SystemStream.Input),
        terminal.test(SystemStream.Output),
        terminal.test(SystemStream.Error),
        columns,
        () -> TerminalBuilder.builder().system(true).dumb(true).build());
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
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }
}
