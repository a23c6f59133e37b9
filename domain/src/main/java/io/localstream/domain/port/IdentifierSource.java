package io.localstream.domain.port;

import io.localstream.domain.transfer.LaneTicket;
import java.util.UUID;

/** Source of identifiers that never repeat and can't be guessed. Safe for several threads. */
public interface IdentifierSource {
  /** A random identifier (RFC 9562, section 5.4). */
  UUID newId();

  /** A random ticket of 256 bits. */
  LaneTicket newTicket();
}
