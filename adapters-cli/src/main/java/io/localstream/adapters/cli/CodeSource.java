package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.pairing.PairingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets the code that the other person reads out: from a file, the environment or the keyboard. */
final class CodeSource {
  private static final String VARIABLE = "LOCALSTREAM_CODE";
  private static final String INSTEAD = "--code-file FILE or " + VARIABLE;
  private static final String STANDARD_INPUT = "-";

  private final Screen screen;
  private final Person person;
  private final Map<String, String> environment;
  private final InputStream standardInput;

  CodeSource(
      Screen screen, Person person, Map<String, String> environment, InputStream standardInput) {
    this.screen = screen;
    this.person = person;
    this.environment = Map.copyOf(environment);
    this.standardInput = standardInput;
  }

  /** Whether a code was given, so that none is asked for. */
  boolean isGiven(CodeOptions options) {
    return options.given() || !variable().isBlank();
  }

  private String variable() {
    return environment.getOrDefault(VARIABLE, "");
  }

  /** The code, from wherever it was given, or asked for. */
  PairingCode find(CodeOptions options) throws InterruptedException {
    if (options.file().isPresent()) {
      return fromFile(options.file().get());
    }
    if (options.code().isPresent()) {
      return fromArgument(options.code().get());
    }
    return variable().isBlank() ? typed(INSTEAD) : parse(variable(), VARIABLE);
  }

  /** The code that was given as an argument, which is told to be a bad habit. */
  PairingCode fromArgument(String code) {
    screen.important(
        "warning: other users of this machine can read --code in the list of processes; leave"
            + " it out to be asked, or use --code-file or "
            + VARIABLE);
    return parse(code, "--code");
  }

  /**
   * Has the code typed.
   *
   * @param instead what to give where nobody is here
   */
  PairingCode typed(String instead) throws InterruptedException {
    return person
        .line(
            new LineInquiry<>(
                List.of(), "code: ", "the code", Typing.CODE, line -> PairingCode.parse(line)))
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.INVALID_ARGUMENT,
                person.isHere()
                    ? "no code was typed; ask for it once more"
                    : "nobody is here to type the code; give " + instead));
  }

  /** Reads what was typed as a code, and never repeats it. */
  static PairingCode parse(String typed, String where) {
    try {
      return PairingCode.parse(typed);
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT, where + ": " + e.getMessage(), e);
    }
  }

  private PairingCode fromFile(String name) throws InterruptedException {
    if (name.isEmpty()) {
      throw Usage.mistake("--code-file is empty; name the file", "help receive");
    }
    if (!name.equals(STANDARD_INPUT)) {
      return fromFile(Path.of(name));
    }
    if (person.isHere()) {
      return typed(INSTEAD);
    }
    try {
      return firstLine(standardInput, "standard input");
    } catch (IOException e) {
      throw unreadable("standard input", e);
    }
  }

  private static PairingCode fromFile(Path file) {
    if (!Files.exists(file)) {
      throw new LocalStreamException(FailureCode.FILE_MISSING, "there is no code file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return firstLine(in, "the code file " + file);
    } catch (IOException e) {
      throw unreadable("the code file " + file, e);
    }
  }

  private static PairingCode firstLine(InputStream in, String where) throws IOException {
    Optional<String> line = new PlainLines(in).next();
    return parse(
        line.filter(text -> !text.isBlank())
            .orElseThrow(() ->
                new LocalStreamException(
                    FailureCode.INVALID_ARGUMENT, where + " is empty; it has to hold the code")),
        where);
  }

  private static LocalStreamException unreadable(String where, IOException cause) {
    return new LocalStreamException(
        FailureCode.FILE_UNREADABLE, where + " can't be read: " + cause.getMessage(), cause);
  }
}
