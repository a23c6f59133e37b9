package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.LaneWish;
import java.time.Instant;

/** What a transfer needs of the session that it belongs to. */
interface PeerLine {
  PresentedDevice peer();

  /** Sends a message to the peer, soon and in order; never waits for the network. */
  void send(ControlMessage message);

  /**
   * How this side comes to the lanes of one transfer.
   *
   * @param wish how many; as many as suit the way where there is none
   */
  LaneSource lanes(LaneWish wish);

  /** The time of day. */
  Instant now();

  /** The memory for the content of all transfers. */
  ContentBuffers buffers();
}
