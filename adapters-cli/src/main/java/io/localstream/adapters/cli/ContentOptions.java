package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is sent where it is no file that has a name: standard input, or a note. */
final class ContentOptions {
  private static final String STANDARD_INPUT = "-";
  private static final String HELP = "help send";

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "send this note, which the other side shows, and no file; - reads it from standard"
              + " input, which keeps it out of the list of processes")
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what standard input is called on the other side; stdin where not given")
  private Optional<String> name = Optional.empty();

  /** What was given, put where it can be read again and again; to be closed when it is sent. */
  Content of(Given given, Surroundings surroundings) throws InterruptedException {
    List<FileReference> files = given.files();
    boolean standardInput = files.stream().anyMatch(file -> file.value().equals(STANDARD_INPUT));
    if (name.isPresent() && !standardInput) {
      throw Usage.mistake("--name is for standard input: send - --name NAME", HELP);
    }
    int sources = files.size() + (given.list().isPresent() ? 1 : 0) + (text.isPresent() ? 1 : 0);
    if ((standardInput || text.isPresent()) && sources > 1) {
      throw Usage.mistake("- and --text are sent alone, without other files", HELP);
    }
    if (text.isPresent()) {
      return note(text.get(), surroundings);
    }
    return standardInput ? standardInput(surroundings) : files(given, surroundings);
  }

  /**
   * What else the person has named.
   *
   * @param list a file with more of them
   */
  record Given(List<FileReference> files, Optional<String> list) {}

  private static Content files(Given given, Surroundings surroundings) {
    List<FileReference> files = given.files();
    if (given.list().isPresent()) {
      List<FileReference> listed = FileList.read(given.list().get(), surroundings.standardInput());
      return Content.files(Stream.concat(files.stream(), listed.stream()).toList());
    }
    if (files.isEmpty()) {
      throw Usage.mistake("FILE is missing", HELP);
    }
    return Content.files(files);
  }

  private Content standardInput(Surroundings surroundings) throws InterruptedException {
    String called = fileName(name.orElse("stdin"));
    if (surroundings.person().isHere()) {
      surroundings.screen().notice("reading standard input until Ctrl-D");
    }
    return Content.input(called, surroundings);
  }

  private static String fileName(String name) {
    try {
      if (new RelativePath(name).segments().size() == 1) {
        return name;
      }
      throw Usage.mistake("--name is the name of a file, without any folder", HELP);
    } catch (IllegalArgumentException e) {
      throw Usage.mistake("--name: " + e.getMessage(), HELP);
    }
  }

  private static Content note(String text, Surroundings surroundings) throws InterruptedException {
    byte[] bytes =
        text.equals(STANDARD_INPUT) ? typed(surroundings) : text.getBytes(StandardCharsets.UTF_8);
    return note(bytes, HELP, surroundings);
  }

  /**
   * A text that the other side shows.
   *
   * @param help the command that explains it
   */
  static Content note(byte[] text, String help, Surroundings surroundings)
      throws InterruptedException {
    if (text.length == 0) {
      throw Usage.mistake("a note needs some text", help);
    }
    if (text.length > Offer.MAX_NOTE_BYTES) {
      throw Usage.mistake(
          "a note has at most 64 KiB; send it as a file: localstream send - --name note.txt", help);
    }
    return Content.note(new ByteArrayInputStream(text), surroundings);
  }

  private static byte[] typed(Surroundings surroundings) {
    if (surroundings.person().isHere()) {
      surroundings.screen().notice("reading the note until Ctrl-D");
    }
    return read(surroundings.standardInput());
  }

  private static byte[] read(InputStream standardInput) {
    try {
      return standardInput.readNBytes(Offer.MAX_NOTE_BYTES + 1);
    } catch (IOException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNREADABLE, "standard input can't be read: " + e.getMessage(), e);
    }
  }
}
