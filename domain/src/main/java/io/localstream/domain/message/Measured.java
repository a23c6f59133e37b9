package io.localstream.domain.message;

import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers {@link Measure}: the other side goes on with the step, or what came of it.
 *
 * @param tickets as in {@link Measure}
 * @param device what came of the step {@code DEVICE}
 * @param network what came of the step {@code NETWORK_THERE}
 */
public record Measured(
    TransferId measurement,
    SpeedStep step,
    List<LaneTicket> tickets,
    Optional<DeviceSpeed> device,
    Optional<Measurement> network)
    implements ControlMessage {
  public Measured {
    Objects.requireNonNull(measurement);
    Objects.requireNonNull(step);
    tickets = List.copyOf(tickets);
    Objects.requireNonNull(device);
    Objects.requireNonNull(network);
  }

  /** That it goes on. */
  public static Measured goingOn(TransferId measurement, SpeedStep step, List<LaneTicket> tickets) {
    return new Measured(measurement, step, tickets, Optional.empty(), Optional.empty());
  }
}
