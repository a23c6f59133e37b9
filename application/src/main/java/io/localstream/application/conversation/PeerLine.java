package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.message.ControlMessage;

/** What a transfer needs of the session that it belongs to. */
interface PeerLine {
  PresentedDevice peer();

  /** Sends a message to the peer, soon and in order; never waits for the network. */
  void send(ControlMessage message);

  /** How this side comes to a lane, for one transfer. */
  LaneOpening openLane();
}
