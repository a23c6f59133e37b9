package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.Introductions;
import io.localstream.application.conversation.PairingDesk;
import io.localstream.application.conversation.PinBoard;
import io.localstream.application.conversation.SuccessionCheck;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.conversation.TrustDesk;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.TrustStore;
import java.time.InstantSource;

/** How devices get to know each other. */
final class MeetingModule extends AbstractModule {
  @Provides
  @Singleton
  PinBoard pins(TrustStore store, InstantSource clock, EventObserver observer) {
    return new PinBoard(store, clock, observer);
  }

  @Provides
  @Singleton
  TrustDesk trust(
      PinBoard pins,
      IdentityVault vault,
      ApprovalPrompt prompt,
      EventObserver observer,
      Timeouts timeouts) {
    return new TrustDesk(pins, new SuccessionCheck(vault), prompt, observer, timeouts.approval());
  }

  @Provides
  @Singleton
  PairingDesk pairing(PairingExchange exchange, EventObserver observer, Ticker ticker) {
    return new PairingDesk(exchange, observer, ticker);
  }

  @Provides
  @Singleton
  Introductions.Presence presence(
      IdentityVault identity, SettingsStore settings, Neighbourhood neighbourhood) {
    return new Introductions.Presence(identity, settings, neighbourhood);
  }

  @Provides
  @Singleton
  Introductions.Manner manner(
      MessageCodec codec, Timeouts timeouts, Ticker ticker, EventObserver observer) {
    return new Introductions.Manner(codec, timeouts, ticker, observer);
  }

  @Provides
  @Singleton
  Introductions introductions(
      Introductions.Presence presence,
      Introductions.Manner manner,
      TrustDesk trust,
      PairingDesk pairing,
      SessionSecrets secrets) {
    return new Introductions(presence, manner, trust, pairing, secrets);
  }
}
