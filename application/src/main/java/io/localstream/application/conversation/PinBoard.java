package io.localstream.application.conversation;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import io.localstream.domain.trust.PinnedNames;
import io.localstream.domain.trust.TrustDecision;
import io.localstream.domain.trust.TrustPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The pinned devices, as introductions need them. Thread-safe. */
public final class PinBoard {
  private final TrustStore store;
  private final InstantSource clock;
  private final EventObserver observer;

  /** Devices that are trusted for a while; pinned nowhere. */
  private final List<PinnedDevice> passing = new CopyOnWriteArrayList<>();

  private volatile boolean pinsNothing;

  /**
   * @param observer told where a device is known by another name than it has
   */
  public PinBoard(TrustStore store, InstantSource clock, EventObserver observer) {
    this.store = store;
    this.clock = clock;
    this.observer = observer;
  }

  List<PinnedDevice> all() {
    return withPassing(store.all());
  }

  private List<PinnedDevice> withPassing(List<PinnedDevice> stored) {
    List<PinnedDevice> all = stored;
    for (PinnedDevice device : passing) {
      // What was pinned meanwhile counts.
      all = known(stored, device.device()).isPresent() ? all : TrustStore.with(all, device);
    }
    return all;
  }

  /** From now on a device that is met first is trusted as long as this object lives. */
  public void pinNothing() {
    pinsNothing = true;
  }

  /** Whether a device is trusted for a while only. */
  public boolean isPassing(DeviceId id) {
    return passing.stream().anyMatch(device -> device.device().id().equals(id));
  }

  /** A session with a device has ended because one of the two wanted it. */
  public void parted(DeviceId id) {
    if (!pinsNothing) {
      forgetPassing(id);
    }
  }

  private void forgetPassing(DeviceId id) {
    passing.removeIf(device -> device.device().id().equals(id));
  }

  /**
   * Pins a device that was trusted, or brings up to date what is pinned.
   *
   * @param check takes what is known of the device at that moment, and throws where it is not to be
   *     pinned
   * @return the device by its name here
   */
  PresentedDevice pin(PresentedDevice peer, Consumer<TrustDecision> check) {
    if (pinsNothing && known(store.all(), peer).isEmpty()) {
      return keep(peer, check);
    }
    AtomicReference<Optional<PinnedDevice>> before = new AtomicReference<>(Optional.empty());
    List<PinnedDevice> now =
        store.change(devices -> {
          check.accept(TrustPolicy.decide(devices, peer));
          before.set(known(devices, peer));
          return with(devices, peer);
        });
    forgetPassing(peer.id());
    PinnedDevice pinned = known(now, peer).orElseThrow();
    tellOfNames(before.get(), pinned);
    return peer.named(pinned.name());
  }

  /** As {@link #pin}, but a device that is not pinned is trusted for a while only. */
  PresentedDevice keep(PresentedDevice peer, Consumer<TrustDecision> check) {
    PinnedDevice kept;
    synchronized (passing) {
      List<PinnedDevice> stored = store.all();
      if (known(stored, peer).isPresent()) {
        return pin(peer, check);
      }
      List<PinnedDevice> all = withPassing(stored);
      check.accept(TrustPolicy.decide(all, peer));
      Optional<PinnedDevice> known = known(all, peer);
      kept = known.map(former -> former.replace(peer)).orElseGet(() -> firstMet(all, peer));
      passing.add(kept);
      if (known.isPresent()) {
        passing.remove(known.get());
        return peer.named(kept.name());
      }
    }
    tellOfNames(Optional.empty(), kept);
    return peer.named(kept.name());
  }

  /** Under its identifier, or else under another that has the same key. */
  private static Optional<PinnedDevice> known(List<PinnedDevice> devices, PresentedDevice peer) {
    return devices.stream()
        .filter(each -> each.device().id().equals(peer.id()))
        .findFirst()
        .or(() ->
            devices.stream()
                .filter(each -> each.device().fingerprint().equals(peer.fingerprint()))
                .findFirst());
  }

  private List<PinnedDevice> with(List<PinnedDevice> devices, PresentedDevice peer) {
    Optional<PinnedDevice> known = known(devices, peer);
    if (known.isEmpty()) {
      return TrustStore.with(devices, firstMet(devices, peer));
    }
    // Where it has another identifier now, it was accepted with it.
    List<PinnedDevice> others =
        devices.stream()
            .filter(each -> each.device().id().equals(peer.id()) || !isSameKey(each, peer))
            .toList();
    return TrustStore.with(others, known.get().replace(peer));
  }

  private static boolean isSameKey(PinnedDevice known, PresentedDevice peer) {
    return known.device().fingerprint().equals(peer.fingerprint());
  }

  private PinnedDevice firstMet(List<PinnedDevice> devices, PresentedDevice peer) {
    PinnedDevice pinned = PinnedDevice.at(peer, clock.instant());
    DeviceName free = PinnedNames.free(devices, peer.name());
    return free.equals(peer.name()) ? pinned : pinned.rename(free);
  }

  private void tellOfNames(Optional<PinnedDevice> before, PinnedDevice now) {
    String name = now.name().display();
    if (before.isEmpty() && now.alias().isPresent()) {
      warn(
          "another known device is called "
              + now.device().name().display()
              + ": this one is called "
              + name
              + " here"
              + (isPassing(now.device().id()) ? "" : " (trust rename changes that)"));
    }
    Optional<DeviceName> told = before.flatMap(PinnedDevice::newName);
    now.newName()
        .filter(newName -> !told.equals(Optional.of(newName)))
        .ifPresent(newName ->
            warn(
                name
                    + " calls itself "
                    + newName.display()
                    + " now; it stays "
                    + name
                    + " here unless you change that with trust rename"));
  }

  private void warn(String message) {
    observer.on(new LocalStreamEvent.Warning(message));
  }
}
