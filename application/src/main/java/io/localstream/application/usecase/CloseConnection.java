package io.localstream.application.usecase;

/** Stops listening, or hangs up. */
public interface CloseConnection {
  /**
   * Closes every connection with that port, and its sessions, politely; forgets it where it was
   * saved.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SUCH_CONNECTION}
   */
  void close(int port);
}
