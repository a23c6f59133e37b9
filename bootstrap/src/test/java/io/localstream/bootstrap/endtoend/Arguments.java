package io.localstream.bootstrap.endtoend;

import java.util.stream.Stream;

/** Words of a command line. */
final class Arguments {
  private Arguments() {}

  /** A command with more options behind it. */
  static String[] of(String[] options, String... command) {
    return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
  }
}
