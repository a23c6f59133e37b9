package io.localstream.domain.transfer;

import java.util.Objects;
import java.util.UUID;

/** Identifies a transfer on both sides; chosen by the sender. */
public record TransferId(UUID value) {
  public TransferId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
