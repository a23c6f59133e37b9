package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.application.usecase.ReviewTrust;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shows and changes who is trusted. Thread-safe. */
public final class TrustService implements ReviewTrust {
  private final TrustStore store;
  private final PinnedDevices pinned;
  private final Switchboard switchboard;

  public TrustService(TrustStore store, PinnedDevices pinned, Switchboard switchboard) {
    this.store = store;
    this.pinned = pinned;
    this.switchboard = switchboard;
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
    PinnedDevice known;
    synchronized (store) {
      known = pinned.named(device);
      store.forget(known.device().id());
    }
    hangUpOn(known);
    return known;
  }

  @Override
  public PinnedDevice revoke(String device) {
    PinnedDevice revoked = change(device, PinnedDevice::revoke);
    hangUpOn(revoked);
    return revoked;
  }

  @Override
  public PinnedDevice rename(String device, DeviceName name) {
    PinnedDevice known = pinned.named(device);
    boolean taken =
        pinned.all().stream()
            .filter(each -> !each.device().id().equals(known.device().id()))
            .anyMatch(each -> each.name().equals(name));
    if (taken) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT,
          "another device is called " + name.display() + " already; choose another name");
    }
    return change(device, former -> former.rename(name));
  }

  @Override
  public PinnedDevice replace(String device, Fingerprint key) {
    PinnedDevice known = pinned.named(device);
    if (known.revoked()) {
      throw new LocalStreamException(
          FailureCode.REVOKED,
          known.name().display() + " was revoked; trust forget lets it be met like a new device");
    }
    return change(device, former -> former.accept(key));
  }

  /** In one step, as seen by those who pin what they have met. */
  private PinnedDevice change(String device, UnaryOperator<PinnedDevice> how) {
    synchronized (store) {
      PinnedDevice changed = how.apply(pinned.named(device));
      store.pin(changed);
      return changed;
    }
  }

  private void hangUpOn(PinnedDevice device) {
    for (LiveSession session : switchboard.sessions()) {
      if (session.peer().id().equals(device.device().id())) {
        Threads.start("farewell", session::hangUp);
      }
    }
  }
}
