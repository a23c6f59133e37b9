package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.concurrent.ExecutionException;

/** Runs one command while the terminal's thread serves it. */
@FunctionalInterface
interface CommandStage {
  /**
   * Runs it to its end.
   *
   * @throws ExecutionException with whatever the command threw as its cause
   * @throws InterruptedException when the terminal's thread is told to end
   */
  ExitCode run(CliCommand command) throws ExecutionException, InterruptedException;
}
