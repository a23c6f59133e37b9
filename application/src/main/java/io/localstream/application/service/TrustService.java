package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.PinBoard;
import io.localstream.application.conversation.Threads;
import io.localstream.application.usecase.ReviewTrust;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import io.localstream.domain.trust.PinnedNames;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** Shows and changes who is trusted. Thread-safe. */
public final class TrustService implements ReviewTrust {
  private final TrustStore store;
  private final PinnedDevices pinned;
  private final Switchboard switchboard;
  private final PinBoard pins;

  public TrustService(
      TrustStore store, PinnedDevices pinned, Switchboard switchboard, PinBoard pins) {
    this.store = store;
    this.pinned = pinned;
    this.switchboard = switchboard;
    this.pins = pins;
  }

  @Override
  public List<PinnedDevice> list() {
    return pinned.all();
  }

  @Override
  public PinnedDevice show(String device) {
    return pinned.named(device);
  }

  @Override
  public PinnedDevice forget(String device) {
    AtomicReference<PinnedDevice> known = new AtomicReference<>();
    store.change(devices -> {
      known.set(PinnedDevices.named(devices, device));
      return TrustStore.without(devices, known.get().device().id());
    });
    hangUpOn(known.get());
    return known.get();
  }

  @Override
  public PinnedDevice revoke(String device) {
    PinnedDevice revoked = change(device, (former, _) -> former.revoke());
    hangUpOn(revoked);
    return revoked;
  }

  @Override
  public PinnedDevice rename(String device, DeviceName name) {
    return change(
        device,
        (former, devices) -> {
          if (PinnedNames.isTaken(TrustStore.without(devices, former.device().id()), name)) {
            throw new LocalStreamException(
                FailureCode.INVALID_ARGUMENT,
                "another device is called " + name.display() + " already; choose another name");
          }
          return former.rename(name);
        });
  }

  @Override
  public void pinNothing() {
    pins.pinNothing();
  }

  @Override
  public PinnedDevice replace(String device, Fingerprint key) {
    return change(
        device,
        (former, _) -> {
          if (former.revoked()) {
            throw new LocalStreamException(
                FailureCode.REVOKED,
                former.name().display()
                    + " was revoked; trust forget lets it be met like a new device");
          }
          return former.accept(key);
        });
  }

  /**
   * In one step, as seen by those who pin what they have met, in any process.
   *
   * @param how given the device and all that are pinned
   */
  private PinnedDevice change(
      String device, BiFunction<PinnedDevice, List<PinnedDevice>, PinnedDevice> how) {
    AtomicReference<PinnedDevice> changed = new AtomicReference<>();
    store.change(devices -> {
      changed.set(how.apply(PinnedDevices.named(devices, device), devices));
      return TrustStore.with(devices, changed.get());
    });
    return changed.get();
  }

  private void hangUpOn(PinnedDevice device) {
    for (LiveSession session : switchboard.sessions()) {
      if (session.peer().id().equals(device.device().id())) {
        Threads.start("farewell", session::hangUp);
      }
    }
  }
}
