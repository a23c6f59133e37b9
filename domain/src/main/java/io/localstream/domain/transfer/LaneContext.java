package io.localstream.domain.transfer;

import java.util.Objects;

/** What makes a lane's key its own: the transfer, the attempt (from 1) and the lane (from 0). */
public record LaneContext(TransferId transfer, int attempt, int lane) {
  public LaneContext {
    Objects.requireNonNull(transfer);
    if (attempt < 1 || lane < 0) {
      throw new IllegalArgumentException("attempts count from 1, lanes from 0");
    }
  }
}
