package io.localstream.domain.message;

import java.util.Arrays;
import java.util.Objects;

/**
 * A message of the pairing exchange, in both directions; only between Hello and READY.
 *
 * @param round 1 to 3
 * @param payload what the {@link io.localstream.domain.port.PairingRun} made of it
 */
public record Pairing(int round, byte[] payload) implements ControlMessage {
  /** How many rounds there are. */
  public static final int ROUNDS = 3;

  public static final int MAX_PAYLOAD_BYTES = 2_048;

  public Pairing {
    if (round < 1 || round > ROUNDS) {
      throw new IllegalArgumentException("there is no such round");
    }
    if (payload.length == 0 || payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("a payload has 1 to 2,048 bytes");
    }
    payload = payload.clone();
  }

  @Override
  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pairing pairing
        && round == pairing.round
        && Arrays.equals(payload, pairing.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(round, Arrays.hashCode(payload));
  }

  @Override
  public String toString() {
    return "Pairing[" + round + "]";
  }
}
