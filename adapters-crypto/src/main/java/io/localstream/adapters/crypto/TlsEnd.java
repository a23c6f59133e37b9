package io.localstream.adapters.crypto;

/** One side's part in a handshake, as seen when it is over. */
interface TlsEnd {
  /**
   * What was established.
   *
   * @throws IllegalStateException when the handshake is not complete
   */
  TlsOutcome outcome();
}
