package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;

/** One command, with the arguments that were typed. */
interface CliCommand {
  /**
   * Does it; results are on the screen afterwards.
   *
   * @throws io.localstream.domain.failure.LocalStreamException when it failed as a whole
   * @throws InterruptedException when the person gave up
   */
  ExitCode run() throws InterruptedException;
}
