package io.localstream.domain.transfer;

import java.util.Arrays;

/**
 * A single-use random value of 32 bytes that ties a data lane to the transfer for which it was
 * issued inside the secure channel. It opens nothing by itself: the content on the lane is sealed.
 */
public record LaneTicket(byte[] value) {
  public static final int BYTES = 32;

  public LaneTicket {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a lane ticket has " + BYTES + " bytes");
    }
    value = value.clone();
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LaneTicket ticket && Arrays.equals(value, ticket.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Tells nothing of the value. */
  @Override
  public String toString() {
    return "LaneTicket";
  }
}
