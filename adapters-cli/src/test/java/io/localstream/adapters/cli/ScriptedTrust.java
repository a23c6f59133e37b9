package io.localstream.adapters.cli;

import io.localstream.application.usecase.ReviewTrust;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.trust.PinnedDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Pinned devices in memory. */
final class ScriptedTrust implements ReviewTrust {
  private final List<PinnedDevice> pinned = new ArrayList<>();
  boolean pinsNothing;

  void pin(String name) {
    pinned.add(PinnedDevice.at(Samples.device(name), Samples.NOW));
  }

  @Override
  public List<PinnedDevice> list() {
    return List.copyOf(pinned);
  }

  @Override
  public PinnedDevice show(String device) {
    return pinned.stream()
        .filter(one ->
            one.name().value().equals(device) || one.device().id().toString().startsWith(device))
        .findFirst()
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.NO_SUCH_DEVICE,
                "no known device is called " + device + "; trust list shows them"));
  }

  @Override
  public PinnedDevice forget(String device) {
    PinnedDevice found = show(device);
    pinned.remove(found);
    return found;
  }

  @Override
  public PinnedDevice revoke(String device) {
    return change(device, PinnedDevice::revoke);
  }

  @Override
  public PinnedDevice rename(String device, DeviceName name) {
    return change(device, one -> one.rename(name));
  }

  @Override
  public PinnedDevice replace(String device, Fingerprint key) {
    return change(device, one -> one.accept(key));
  }

  @Override
  public void pinNothing() {
    pinsNothing = true;
  }

  private PinnedDevice change(String device, UnaryOperator<PinnedDevice> change) {
    PinnedDevice found = show(device);
    PinnedDevice changed = change.apply(found);
    pinned.set(pinned.indexOf(found), changed);
    return changed;
  }
}
