package io.localstream.domain.port;

import io.localstream.domain.transfer.LaneTicket;

/** What a link is for; told by its first bytes, so that one port serves everything. */
public sealed interface Greeting {
  /** A secure channel's handshake follows. */
  record Control() implements Greeting {}

  /** Sealed chunks follow, in the direction that the ticket was issued for. */
  record Lane(LaneTicket ticket) implements Greeting {}
}
