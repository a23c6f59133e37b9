package io.localstream.domain.pairing;

import io.localstream.domain.network.Side;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a run of the pairing exchange is bound to. It succeeds only where both sides see the same
 * two devices in the same secure channel.
 *
 * @param own this device
 * @param peer the device at the other end of the channel, as it proved and presented itself
 * @param side whether this device listened or dialled
 * @param channelBinding what only the two ends of this one channel know; see {@link
 *     io.localstream.domain.port.SecureChannel#binding()}
 */
public record PairingContext(
    PairingParty own, PairingParty peer, Side side, byte[] channelBinding) {
  public PairingContext {
    Objects.requireNonNull(own);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(side);
    channelBinding = channelBinding.clone();
  }

  @Override
  public byte[] channelBinding() {
    return channelBinding.clone();
  }

  /** The device that dialled. */
  public PairingParty dialler() {
    return side == Side.DIALLED ? own : peer;
  }

  /** The device that listened. */
  public PairingParty listener() {
    return side == Side.DIALLED ? peer : own;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairingContext context
        && own.equals(context.own)
        && peer.equals(context.peer)
        && side == context.side
        && Arrays.equals(channelBinding, context.channelBinding);
  }

  @Override
  public int hashCode() {
    return Objects.hash(own, peer, side, Arrays.hashCode(channelBinding));
  }

  @Override
  public String toString() {
    return "PairingContext[" + own.id() + ", " + peer.id() + ", " + side + "]";
  }
}
