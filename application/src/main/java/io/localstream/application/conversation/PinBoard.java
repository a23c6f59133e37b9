package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import io.localstream.domain.trust.TrustDecision;
import io.localstream.domain.trust.TrustPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The pinned devices, as introductions need them. Thread-safe. */
public final class PinBoard {
  private final TrustStore store;
  private final InstantSource clock;

  public PinBoard(TrustStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  List<PinnedDevice> all() {
    return store.all();
  }

  /**
   * Pins a device that was trusted, or brings up to date what is pinned.
   *
   * @param check takes what is known of the device at that moment, and throws where it is not to be
   *     pinned
   * @return the device by its name here
   */
  PresentedDevice pin(PresentedDevice peer, Consumer<TrustDecision> check) {
    // Whoever changes what is pinned in between holds the same lock.
    synchronized (store) {
      check.accept(TrustPolicy.decide(store.all(), peer));
      return pin(peer);
    }
  }

  private PresentedDevice pin(PresentedDevice peer) {
    PinnedDevice pinned = PinnedDevice.at(peer, clock.instant());
    for (PinnedDevice known : store.all()) {
      boolean sameId = known.device().id().equals(peer.id());
      if (sameId || known.device().fingerprint().equals(peer.fingerprint())) {
        pinned = known.replace(peer);
        if (!sameId) {
          // It has another identifier now, and was accepted with it.
          store.forget(known.device().id());
        }
        if (known.equals(pinned)) {
          return peer.named(pinned.name());
        }
      }
    }
    store.pin(pinned);
    return peer.named(pinned.name());
  }
}
