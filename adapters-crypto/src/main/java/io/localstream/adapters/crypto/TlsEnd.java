package io.localstream.adapters.crypto;

import io.localstream.domain.device.PeerCredentials;

/** One side's part in a handshake, as seen when it is over. */
interface TlsEnd {
  /**
   * Who is at the other end.
   *
   * @throws IllegalStateException when the handshake is not complete
   */
  PeerCredentials peer();

  /** The key agreement that was used (IANA, TLS Supported Groups). */
  int negotiatedGroup();
}
