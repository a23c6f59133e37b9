package io.localstream.adapters.cli;

import io.localstream.domain.transfer.NamePolicy;
import picocli.CommandLine.Option;

/** What becomes of names that need care. */
final class NameOptions {
  @Option(
      names = "--hidden",
      description =
          "take hidden names (.ssh, .zshenv) into folders that exist here already; where not given,"
              + " the question names them, and --yes and a code leave them out")
  private boolean hidden;

  boolean given() {
    return hidden;
  }

  NamePolicy policy() {
    return hidden ? NamePolicy.CAREFUL.takingHidden() : NamePolicy.CAREFUL;
  }
}
