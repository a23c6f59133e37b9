package io.localstream.domain.port;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;

/** Signs receipts in this device's name, and checks those of others. Safe for several threads. */
public interface Notary {
  /** This device. */
  DeviceId signer();

  /** Signs what this device has received. */
  SignedReceipt sign(Receipt receipt);

  /**
   * Checks the signature; not whose key it is.
   *
   * @return the fingerprint of the key that has signed
   * @throws io.localstream.domain.failure.LocalStreamException {@code CONTENT_DAMAGED}: the key has
   *     not signed this, or is not one that could be accepted
   */
  Fingerprint verify(SignedReceipt receipt);
}
