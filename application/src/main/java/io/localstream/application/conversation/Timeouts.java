package io.localstream.application.conversation;

import java.time.Duration;

/**
 * How long a device waits. No peer can raise any of them.
 *
 * @param greeting for the first bytes of a link that arrived
 * @param handshake for the secure channel, and again for the first message
 * @param approval for a person's answer to a first contact, on either side
 * @param message for a message once it has begun, and for every piece of content
 * @param chunk for a chunk to be complete, or 64 KiB to come, on whichever lanes
 * @param lane for a data lane to be opened
 * @param heartbeat of silence before a sign of life is sent; a peer silent for three is gone
 * @param farewell for the last words of a session or a transfer that broke
 */
public record Timeouts(
    Duration greeting,
    Duration handshake,
    Duration approval,
    Duration message,
    Duration chunk,
    Duration lane,
    Duration heartbeat,
    Duration farewell) {
  /** What people can live with on a local network. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));
}
