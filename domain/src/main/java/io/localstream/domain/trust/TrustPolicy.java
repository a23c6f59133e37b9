package io.localstream.domain.trust;

import io.localstream.domain.device.PresentedDevice;
import java.util.List;
import java.util.Optional;

/** Decides on a presented device by the pinned ones. Names and addresses have no say. */
public final class TrustPolicy {
  private TrustPolicy() {}

  /**
   * Compares {@code presented} with every pinned device. A revoked key is refused under any
   * identifier, and a revoked identifier with any key.
   *
   * @param pinned all pinned devices, revoked ones too
   */
  public static TrustDecision decide(List<PinnedDevice> pinned, PresentedDevice presented) {
    Optional<PinnedDevice> known =
        withSameKey(pinned, presented)
            .filter(PinnedDevice::revoked)
            .or(() -> withSameId(pinned, presented))
            .or(() -> withSameKey(pinned, presented));
    if (known.isEmpty()) {
      return new TrustDecision.FirstContact(
          presented, PinnedNames.isTaken(pinned, presented.name()));
    }
    if (known.get().revoked()) {
      return new TrustDecision.Revoked(presented, known.get());
    }
    if (sameKeys(known.get().device(), presented)) {
      return new TrustDecision.Trusted(presented, known.get());
    }
    return known.get().successor().equals(Optional.of(presented.fingerprint()))
        ? new TrustDecision.Replaced(presented, known.get())
        : new TrustDecision.KeyChanged(presented, known.get());
  }

  private static Optional<PinnedDevice> withSameId(
      List<PinnedDevice> pinned, PresentedDevice presented) {
    return pinned.stream()
        .filter(candidate -> candidate.device().id().equals(presented.id()))
        .findFirst();
  }

  private static Optional<PinnedDevice> withSameKey(
      List<PinnedDevice> pinned, PresentedDevice presented) {
    return pinned.stream()
        .filter(candidate -> candidate.device().fingerprint().equals(presented.fingerprint()))
        .findFirst();
  }

  private static boolean sameKeys(PresentedDevice pinned, PresentedDevice presented) {
    return pinned.credentials().equals(presented.credentials())
        && pinned.wrappingKey().equals(presented.wrappingKey());
  }
}
