package io.localstream.adapters.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a one-shot command finds the code. */
final class CodeOptions {
  @Option(
      names = "--code-file",
      paramLabel = "FILE",
      description = "the code is the first line of that file; - is standard input")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "the code; other users can read it in the list of processes")
  private Optional<String> code = Optional.empty();

  Optional<String> file() {
    return file;
  }

  Optional<String> code() {
    return code;
  }

  boolean given() {
    return file.isPresent() || code.isPresent();
  }

  void requireOne(String command) {
    if (file.isPresent() && code.isPresent()) {
      throw Usage.mistake("give --code-file or --code, not both", "help " + command);
    }
  }
}
