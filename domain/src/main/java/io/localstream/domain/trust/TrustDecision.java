package io.localstream.domain.trust;

import io.localstream.domain.device.PresentedDevice;

/** What is known of a device that presents itself. */
public sealed interface TrustDecision {
  /** The device as it presents itself now. */
  PresentedDevice presented();

  /**
   * Never seen before: a person or a pairing has to decide.
   *
   * @param nameIsKnown whether another pinned device goes by the same name
   */
  record FirstContact(PresentedDevice presented, boolean nameIsKnown) implements TrustDecision {}

  /** The pinned keys, shown again. */
  record Trusted(PresentedDevice presented, PinnedDevice pinned) implements TrustDecision {}

  /** A known identifier with other keys, or known keys under another identifier. */
  record KeyChanged(PresentedDevice presented, PinnedDevice pinned) implements TrustDecision {}

  /** Other keys than the pinned ones, which a person has said to accept in their place. */
  record Replaced(PresentedDevice presented, PinnedDevice pinned) implements TrustDecision {}

  /** Known, and no longer wanted. */
  record Revoked(PresentedDevice presented, PinnedDevice pinned) implements TrustDecision {}
}
