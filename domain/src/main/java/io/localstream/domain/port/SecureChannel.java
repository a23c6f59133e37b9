package io.localstream.domain.port;

import io.localstream.domain.device.PeerCredentials;

/**
 * A link whose bytes are encrypted and authenticated, and whose other end is proved. Bytes that
 * were altered, dropped, repeated or cut off on the way end in {@code LINK_BROKEN}, never in wrong
 * bytes, and never in an orderly end of the stream.
 */
public interface SecureChannel extends Link {
  /** Who is at the other end. Whether that is anyone to trust is not decided here. */
  PeerCredentials peer();
}
