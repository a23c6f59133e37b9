package io.localstream.application.service;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pinned devices, by the names that people use for them. Thread-safe. */
public final class PinnedDevices {
  /** A beginning of an identifier that is shorter names nobody. */
  static final int MIN_DIGITS = 4;

  private static final int BRIEF_DIGITS = 8;

  private final TrustStore store;

  public PinnedDevices(TrustStore store) {
    this.store = store;
  }

  List<PinnedDevice> all() {
    return store.all();
  }

  /**
   * The device of that name, or of that identifier or beginning of one.
   *
   * @throws LocalStreamException {@code NO_SUCH_DEVICE}
   */
  PinnedDevice named(String device) {
    return named(store.all(), device);
  }

  /** As {@link #named(String)}, among those. */
  static PinnedDevice named(List<PinnedDevice> all, String device) {
    List<PinnedDevice> found =
        all.stream().filter(each -> each.name().value().equals(device)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(each -> hasId(each, device)).toList();
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    String shown = DisplayText.escape(device);
    throw new LocalStreamException(
        FailureCode.NO_SUCH_DEVICE,
        found.isEmpty()
            ? "no known device is called " + shown + " (trust list shows all)"
            : "several known devices are called "
                + shown
                + ": "
                + found.stream().map(PinnedDevices::brief).collect(Collectors.joining(", "))
                + "; name one by its identifier");
  }

  private static String brief(PinnedDevice device) {
    return device.name().display()
        + " "
        + device.device().id().toString().substring(0, BRIEF_DIGITS)
        + " ("
        + device.device().fingerprint().brief()
        + ")";
  }

  private static boolean hasId(PinnedDevice device, String typed) {
    return typed.length() >= MIN_DIGITS
        && device.device().id().toString().startsWith(typed.toLowerCase(Locale.ROOT));
  }
}
