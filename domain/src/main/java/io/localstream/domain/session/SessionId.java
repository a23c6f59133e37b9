package io.localstream.domain.session;

import java.util.Objects;
import java.util.UUID;

/** Identifies one session on this device; the peer has an identifier of its own for it. */
public record SessionId(UUID value) {
  public SessionId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
