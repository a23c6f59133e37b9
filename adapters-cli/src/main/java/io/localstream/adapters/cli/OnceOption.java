package io.localstream.adapters.cli;

import picocli.CommandLine.Option;

/** Whether the other device is to be known afterwards. */
final class OnceOption {
  @Option(
      names = "--once",
      description =
          "do not remember the other device: its key is kept in memory until this ends, and nothing"
              + " is pinned; the other side decides for itself")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }

  /** For the one transfer of this process. */
  void apply(Surroundings surroundings) {
    if (wanted) {
      surroundings.device().reviewTrust().pinNothing();
    }
  }
}
