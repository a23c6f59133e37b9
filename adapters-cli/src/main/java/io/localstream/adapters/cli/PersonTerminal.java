package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard of the person: lines are read by one thread, and {@link #abort} may be called by
 * any. Opened when it is needed first.
 */
final class PersonTerminal implements AnswerSource, AutoCloseable {
  private static final long LOOK_MILLIS = 1;
  private static final char UNSEEN = 0;

  private final Streams streams;
  private final Screen screen;
  private final AnswerReaders readers = new AnswerReaders();
  private @Nullable Terminal terminal;
  private @Nullable LineReader active;
  private @Nullable Thread reading;
  private boolean answering;
  private boolean aborted;

  PersonTerminal(Streams streams, Screen screen) {
    this.streams = streams;
    this.screen = screen;
  }

  /** The terminal itself, for building readers and for its signals. */
  synchronized Terminal terminal() {
    if (terminal == null) {
      try {
        terminal = streams.terminal().open();
      } catch (IOException e) {
        throw new LocalStreamException(
            FailureCode.INTERNAL, "the terminal can't be used: " + e.getMessage(), e);
      }
    }
    return terminal;
  }

  @Override
  public Reply read(String prompt, Typing typing, BooleanSupplier wanted) {
    return switch (typing) {
      case ANSWER -> read(readers.answers(terminal()), reader -> reader.readLine(prompt), wanted);
      case CODE -> read(readers.codes(terminal()), reader -> reader.readLine(prompt), wanted);
      case SECRET ->
          read(readers.answers(terminal()), reader -> reader.readLine(prompt, UNSEEN), wanted);
    };
  }

  /**
   * Reads a line at the shell's prompt.
   *
   * @param begun what stands on the line in the beginning
   */
  Reply readPrompt(LineReader reader, String prompt, String begun, BooleanSupplier wanted) {
    return read(reader, line -> line.readLine(prompt, null, (Character) null, begun), wanted);
  }

  private Reply read(
      LineReader reader, Function<LineReader, String> reading, BooleanSupplier wanted) {
    if (!begin(reader, wanted)) {
      return new Reply.Aborted("");
    }
    screen.beginReading(reader::printAbove);
    try {
      return new Reply.Line(reading.apply(reader));
    } catch (UserInterruptException e) {
      return isAborted() ? new Reply.Aborted(e.getPartialLine()) : new Reply.Interrupted();
    } catch (EndOfFileException _) {
      return new Reply.EndOfInput();
    } finally {
      screen.endReading();
      end();
    }
  }

  @Override
  public synchronized void abort() {
    abort(answering);
  }

  /** Ends a {@link #readPrompt} that runs on another thread. */
  synchronized void abortPrompt() {
    abort(!answering);
  }

  private void abort(boolean meant) {
    if (reading != null && meant) {
      aborted = true;
      reading.interrupt();
    }
  }

  /** What stands on the line that is being typed; empty when none is. */
  synchronized Optional<String> typing() {
    return active == null ? Optional.empty() : Optional.of(active.getBuffer().toString());
  }

  @Override
  public void discardTypedAhead() {
    Attributes saved = terminal().enterRawMode();
    try {
      boolean dropped = false;
      NonBlockingReader keyboard = terminal().reader();
      while (keyboard.peek(LOOK_MILLIS) >= 0) {
        keyboard.read();
        dropped = true;
      }
      if (dropped) {
        screen.important("(what was typed before this appeared is dropped)");
      }
    } catch (IOException _) {
      // The terminal is gone: reading the answer will say so.
    } finally {
      terminal().setAttributes(saved);
    }
  }

  /** While a command runs, what is typed does not show, and Ctrl-C is told to someone. */
  Attributes beginCommand(Runnable interrupt) {
    terminal().handle(Signal.INT, _ -> interrupt.run());
    Attributes before = terminal().getAttributes();
    Attributes silent = new Attributes(before);
    silent.setLocalFlag(LocalFlag.ECHO, false);
    terminal().setAttributes(silent);
    return before;
  }

  /** Undoes {@link #beginCommand}. */
  void endCommand(Attributes before) {
    terminal().setAttributes(before);
    terminal().handle(Signal.INT, Terminal.SignalHandler.SIG_IGN);
  }

  @Override
  public synchronized void close() throws IOException {
    if (terminal != null) {
      terminal.close();
    }
  }

  private synchronized boolean begin(LineReader reader, BooleanSupplier wanted) {
    if (!wanted.getAsBoolean()) {
      return false;
    }
    aborted = false;
    active = reader;
    answering = readers.include(reader);
    reading = Thread.currentThread();
    return true;
  }

  /** An interrupt that came too late for the line must not meet the next one. */
  private synchronized void end() {
    active = null;
    reading = null;
    boolean _ = Thread.interrupted();
  }

  private synchronized boolean isAborted() {
    return aborted;
  }
}
