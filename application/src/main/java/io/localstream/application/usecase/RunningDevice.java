package io.localstream.application.usecase;

/** One device, ready for use. Safe for several threads. */
public interface RunningDevice extends UseCases, AutoCloseable {
  /**
   * Says that this process is told to end, from outside and by nobody's refusal: every transfer
   * that has not ended, and any that would still begin, ends with {@code SHUTTING_DOWN}. The peers
   * are told so, and those that keep trying do. To be followed by {@link #close}. Never throws.
   */
  void shutDown();

  /**
   * Ends every transfer, session and connection politely, within a few seconds at most. Idempotent;
   * never throws.
   */
  @Override
  void close();
}
