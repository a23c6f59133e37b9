package io.localstream.application.conversation;

import io.localstream.domain.network.Side;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.LaneWish;

/**
 * What lanes are made of on this device.
 *
 * @param cores of its processor
 */
public record LaneMeans(LaneDesk desk, ContentBuffers buffers, int cores) {
  /** How one side of a session comes to the lanes of one transfer. */
  LaneSource source(Session session, LaneWish wish, ConversationPorts ports) {
    return session.side() == Side.DIALLED
        ? new DialledLanes(
            new DialledLanes.Route(ports.transport(), session.remote(), ports.timeouts().lane()),
            new DialledLanes.HowMany(wish, cores))
        : new AwaitedLanes(desk, wish.number().orElse(new LaneCount(LaneCount.MAX)));
  }
}
