package io.localstream.adapters.cli;

import picocli.CommandLine.Option;

/** Whether what has arrived is compared with what was sent once more. */
final class VerifyOption {
  @Option(
      names = "--verify",
      description =
          "read everything once more at the end, on both sides, and compare its SHA-256 digests")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }
}
