package io.localstream.application.usecase;

/** One device, ready for use. Safe for several threads. */
public interface RunningDevice extends UseCases, AutoCloseable {
  /**
   * Ends every transfer, session and connection politely, within a few seconds at most. Idempotent;
   * never throws.
   */
  @Override
  void close();
}
