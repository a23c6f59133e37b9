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

  /**
   * 32 bytes that both ends of this channel have in common with nobody else, and that no other
   * channel has, as in RFC 9266 for TLS. They may be shown to the peer.
   */
  byte[] binding();

  /**
   * 32 secret bytes that both ends of this channel have in common with nobody else; they tell
   * nothing of the channel's keys (RFC 8446, section 7.5). Whoever asks wipes the array.
   */
  byte[] sessionSecret();
}
