package io.localstream.domain.transfer;

import java.util.Objects;
import java.util.Optional;

/**
 * How many lanes a person asks for.
 *
 * @param number empty to leave it to who dials
 */
public record LaneWish(Optional<LaneCount> number) {
  public LaneWish {
    Objects.requireNonNull(number);
  }

  /** The smaller of two wishes; one where there is only one. */
  public LaneWish and(LaneWish other) {
    if (number.isEmpty() || other.number.isEmpty()) {
      return number.isEmpty() ? other : this;
    }
    return number.get().value() <= other.number.get().value() ? this : other;
  }
}
