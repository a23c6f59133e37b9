package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.SettingsStore;
import java.util.Optional;

/** Introduces this device to others. Thread-safe. */
public final class Introductions {
  private final Presence presence;
  private final MessageCodec codec;
  private final Timeouts timeouts;
  private final TrustDesk trust;
  private final EventObserver observer;

  /** Where this device learns what to say of itself. */
  public record Presence(
      IdentityVault identity, SettingsStore settings, Neighbourhood neighbourhood) {
    CallingCard card() {
      return new CallingCard(
          identity.identity(),
          settings.deviceName(),
          neighbourhood.interfaces().stream()
              .map(LocalInterface::mac)
              .flatMap(Optional::stream)
              .findFirst());
    }
  }

  public Introductions(
      Presence presence,
      MessageCodec codec,
      Timeouts timeouts,
      TrustDesk trust,
      EventObserver observer) {
    this.presence = presence;
    this.codec = codec;
    this.timeouts = timeouts;
    this.trust = trust;
    this.observer = observer;
  }

  /**
   * Makes or reads what this device presents itself with, so that no peer has to wait for it.
   *
   * @throws io.localstream.domain.failure.LocalStreamException as the identity vault
   */
  public void prepare() {
    presence.card();
  }

  /**
   * Introduces the two ends of a channel to each other.
   *
   * @return the peer, trusted by this side as this side is by it
   * @throws io.localstream.domain.failure.LocalStreamException where that failed; the channel is
   *     still open, and the peer has been told
   */
  public PresentedDevice introduce(SecureChannel channel, Admission admission, Side side) {
    return new Introduction(channel, codec, timeouts, trust, observer)
        .hold(presence.card(), admission, side);
  }
}
