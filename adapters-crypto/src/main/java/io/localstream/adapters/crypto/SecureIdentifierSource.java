package io.localstream.adapters.crypto;

import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.transfer.LaneTicket;
import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers from the platform's secure random numbers. Safe for several threads. */
public final class SecureIdentifierSource implements IdentifierSource {
  private final SecureRandom random = new SecureRandom();

  @Override
  public UUID newId() {
    return UUID.randomUUID();
  }

  @Override
  public LaneTicket newTicket() {
    byte[] value = new byte[LaneTicket.BYTES];
    random.nextBytes(value);
    return new LaneTicket(value);
  }
}
