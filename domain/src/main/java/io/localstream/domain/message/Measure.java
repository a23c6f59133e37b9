package io.localstream.domain.message;

import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.Objects;

/**
 * Asks for a step of a measurement.
 *
 * @param measurement the same in all its steps
 * @param tickets one for each lane that the other side may open; empty where this side dialled, and
 *     where the step needs none
 * @param bytes how much is to be sent back; 0 where the step has nothing of its own to say
 */
public record Measure(TransferId measurement, SpeedStep step, List<LaneTicket> tickets, long bytes)
    implements ControlMessage {
  public Measure {
    if (bytes < 0) {
      throw new IllegalArgumentException("nothing less than 0 bytes can be sent");
    }
    Objects.requireNonNull(measurement);
    Objects.requireNonNull(step);
    tickets = List.copyOf(tickets);
  }
}
