package io.localstream.domain.port;

import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;

/**
 * A password-authenticated key exchange: two devices find out whether both were told the same code,
 * and neither a listener nor one who takes part in their place learns anything about the code but
 * whether one guess in one run was right. Safe for several threads.
 */
public interface PairingExchange {
  /** A code drawn at random, each word and the number for itself. The caller closes it. */
  PairingCode newCode();

  /**
   * Begins a run. What was sent in one run is of no use in another.
   *
   * @param code stays the caller's, and is not needed any more when this returns
   * @param context what the run is bound to
   */
  PairingRun begin(PairingCode code, PairingContext context);
}
