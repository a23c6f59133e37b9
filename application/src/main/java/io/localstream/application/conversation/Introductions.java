package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.SessionClaim;
import java.util.Optional;

/** Introduces this device to others. Thread-safe. */
public final class Introductions {
  private final Presence presence;
  private final Manner manner;
  private final TrustDesk trust;
  private final PairingDesk pairing;
  private final SessionSecrets secrets;

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
              .findFirst(),
          identity.successions());
    }
  }

  /** How it speaks, how long it waits, and whom it tells. */
  public record Manner(
      MessageCodec codec, Timeouts timeouts, Ticker ticker, EventObserver observer) {}

  public Introductions(
      Presence presence,
      Manner manner,
      TrustDesk trust,
      PairingDesk pairing,
      SessionSecrets secrets) {
    this.presence = presence;
    this.manner = manner;
    this.trust = trust;
    this.pairing = pairing;
    this.secrets = secrets;
  }

  /**
   * Makes or reads what this device presents itself with, so that no peer has to wait for it.
   *
   * @throws LocalStreamException as the identity vault
   */
  public void prepare() {
    presence.card();
  }

  /**
   * Introduces the two ends of a channel to each other.
   *
   * @return the peer, trusted by this side as this side is by it
   * @throws LocalStreamException where that failed; the channel is still open, and the peer has
   *     been told
   */
  public Introduced introduce(SecureChannel channel, Approach approach, Admission admission) {
    IntroductionLine line =
        new IntroductionLine(channel, manner.codec(), manner.timeouts(), manner.ticker());
    return new Introduction(line, trust, pairing, manner.observer())
        .hold(
            new Introduction.Opening(presence.card(), approach, claim(approach, channel)),
            admission);
  }

  /** Whether a device that was introduced is still one that is trusted. */
  public boolean isTrusted(PresentedDevice peer) {
    return trust.isTrusted(peer);
  }

  private Optional<SessionClaim> claim(Approach approach, SecureChannel channel) {
    return switch (approach) {
      case Approach.Dialling dialling ->
          dialling.secret().flatMap(secret -> claim(secret, channel));
      case Approach.Listening() -> Optional.empty();
    };
  }

  /** Without the secret, whose key may have been replaced, it will be a new session. */
  private Optional<SessionClaim> claim(SealedSecret secret, SecureChannel channel) {
    try {
      return Optional.of(secrets.claim(secret, channel));
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.STORE_DAMAGED) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
