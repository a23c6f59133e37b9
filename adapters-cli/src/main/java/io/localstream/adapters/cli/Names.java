package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.LocalStreamException;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may be typed for ports, peers, devices and sessions; nothing where that is not known. */
final class Names {
  private static final int BRIEF_DIGITS = 8;

  private final DeviceSlot slot;

  Names(DeviceSlot slot) {
    this.slot = slot;
  }

  Stream<String> ports() {
    return known(device ->
        device.showStatus().show().connections().stream()
            .map(connection -> Integer.toString(connection.endpoint().port())));
  }

  /** Peers of open sessions. */
  Stream<String> peers() {
    return known(device ->
        device.showStatus().show().sessions().stream()
            .map(session -> typed(session.peer().name(), session.peer().id())));
  }

  /** Devices that were pinned. */
  Stream<String> devices() {
    return known(device ->
        device.reviewTrust().list().stream()
            .map(pinned -> typed(pinned.name(), pinned.device().id())));
  }

  Stream<String> sessions() {
    return known(device ->
        device.keepSessions().list().stream()
            .map(kept -> kept.session().id().toString().substring(0, BRIEF_DIGITS)));
  }

  Stream<String> transfers() {
    return known(device ->
        device.keepTransfers().unfinished().stream()
            .map(transfer -> transfer.id().toString().substring(0, BRIEF_DIGITS)));
  }

  private Stream<String> known(Function<RunningDevice, Stream<String>> look) {
    try {
      return look.apply(slot.get()).distinct();
    } catch (LocalStreamException _) {
      // Whoever runs the command is told why.
      return Stream.empty();
    }
  }

  /** A name that can't be shown as it is must not be typed for the person: the identifier is. */
  private static String typed(DeviceName name, DeviceId id) {
    return DisplayText.escape(name.value()).equals(name.value()) ? name.value() : id.toString();
  }
}
