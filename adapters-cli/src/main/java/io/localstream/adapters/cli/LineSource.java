package io.localstream.adapters.cli;

import java.io.IOException;
import java.util.Optional;

/** Where the shell's lines come from. */
interface LineSource {
  /** The next line; empty at the end of the input. */
  Optional<String> next() throws IOException;
}
