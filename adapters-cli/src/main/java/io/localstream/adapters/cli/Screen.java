package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where lines for the person go. Results, notices and progress come from several threads; here they
 * meet, so that a line never lands in the middle of a progress line or of what is being typed. Safe
 * for several threads.
 */
final class Screen {
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String UP_AND_CLEAR = "\u001b[1A" + CLEAR_LINE;

  /** The cursor to the top, and everything behind it cleared (ECMA-48, CUP and ED). */
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private static final int USUAL_COLUMNS = 80;
  private static final int BLOCK_BYTES = 64 << 10;

  private final Streams streams;
  private List<String> progress = List.of();
  private @Nullable Consumer<String> above;
  private boolean quiet;
  private boolean redrawn;
  private boolean outIsData;
  private String errorPrefix = "localstream: ";

  Screen(Streams streams) {
    this.streams = streams;
  }

  /** Whether notices and progress are left out. */
  synchronized void quiet(boolean wanted) {
    quiet = wanted;
  }

  synchronized boolean isQuiet() {
    return quiet;
  }

  /** A line of a result, to standard output. */
  synchronized void result(String line) {
    if (outIsData) {
      notice(line);
      return;
    }
    print(streams.out(), streams.outIsTerminal(), line);
  }

  /** From now on only {@link #copy} writes to standard output. */
  synchronized void keepOutForData() {
    outIsData = true;
  }

  /**
   * Writes bytes as they are to standard output, all of them.
   *
   * @throws LocalStreamException {@code FILE_UNWRITABLE}: whoever read it has closed it
   */
  synchronized void copy(InputStream data) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    for (int read = data.read(block); read >= 0; read = data.read(block)) {
      streams.out().write(block, 0, read);
      if (streams.out().checkError()) {
        throw new LocalStreamException(
            FailureCode.FILE_UNWRITABLE,
            "standard output was closed before everything was written");
      }
    }
  }

  /**
   * Lines that replace those before them: at a terminal the screen is cleared, elsewhere a blank
   * line stands between.
   */
  synchronized void redraw(List<String> lines) {
    if (streams.outIsTerminal() && above == null) {
      streams.out().print(CLEAR_SCREEN);
    } else if (redrawn) {
      result("");
    }
    redrawn = true;
    lines.forEach(this::result);
  }

  /** What is good to know, to standard error; left out when it shall be quiet. */
  synchronized void notice(String line) {
    if (!quiet) {
      print(streams.err(), streams.errIsTerminal(), line);
    }
  }

  /** What has to be known, to standard error; the lines stay together. */
  synchronized void important(List<String> lines) {
    lines.forEach(line -> print(streams.err(), streams.errIsTerminal(), line));
  }

  /** How an action failed: one line, to standard error. */
  synchronized void error(String line) {
    important(errorPrefix + line);
  }

  /** From now on errors stand alone: whoever sits in the shell knows what failed. */
  synchronized void withoutProgramName() {
    errorPrefix = "";
  }

  synchronized void important(String line) {
    important(List.of(line));
  }

  /** Replaces the progress lines; an empty list takes them away. Nothing without a terminal. */
  synchronized void progress(List<String> lines) {
    if (!hasProgress() || above != null || lines.equals(progress)) {
      return;
    }
    // The cursor stays at the end of the last line, so that nothing scrolls.
    streams.err().print(erased() + String.join(System.lineSeparator(), lines));
    progress = List.copyOf(lines);
    streams.err().flush();
  }

  /** From now on a line is being typed: lines go above it. */
  synchronized void beginReading(Consumer<String> printAbove) {
    progress(List.of());
    above = printAbove;
  }

  synchronized void endReading() {
    above = null;
  }

  /** How wide a progress line may be. */
  int columns() {
    int known = streams.columns().getAsInt();
    return known > 0 ? known : USUAL_COLUMNS;
  }

  synchronized boolean hasProgress() {
    return streams.errIsTerminal() && !quiet;
  }

  boolean outIsTerminal() {
    return streams.outIsTerminal();
  }

  private void print(PrintStream stream, boolean terminal, String line) {
    Consumer<String> typing = above;
    if (terminal && typing != null) {
      typing.accept(line);
      return;
    }
    List<String> shown = progress;
    progress(List.of());
    stream.println(line);
    stream.flush();
    progress(shown);
  }

  private String erased() {
    return progress.isEmpty() ? "" : CLEAR_LINE + UP_AND_CLEAR.repeat(progress.size() - 1);
  }
}
