package io.localstream.domain.port;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.trust.TrustDecision;

/** What only a person can decide. */
public sealed interface Question {
  /** Is this the device that it should be? Both fingerprints are there to be compared. */
  record TrustDevice(LocalIdentity own, TrustDecision.FirstContact contact, String remote)
      implements Question {}

  /**
   * Shall this be received?
   *
   * @param savedAs where it would be saved, for people
   * @param plan what would happen
   */
  record ReceiveFiles(Transfer transfer, String savedAs, ReceptionPlan plan) implements Question {}

  /**
   * Shall a known device be let in without the pairing code that is open for one device?
   *
   * @param remote where it came from, for people
   */
  record LetIn(DeviceName peer, String remote) implements Question {}

  /**
   * May a known device measure how fast it goes between the two?
   *
   * @param folder where up to {@code maxBytes} are written and removed again
   */
  record MeasureSpeed(DeviceName peer, FileReference folder, long maxBytes) implements Question {}
}
