package io.localstream.domain.speed;

/** The steps of a measurement, as the device that asks for it goes through them. */
public enum SpeedStep {
  /** The other device's person is asked. */
  CONSENT,
  /** A message and its answer. */
  ROUND_TRIP,
  /** Cipher and disk of one device, by itself. */
  DEVICE,
  /** From the device that asks, over the network alone. */
  NETWORK_THERE,
  /** To the device that asks, over the network alone. */
  NETWORK_BACK,
  /** A transfer from the device that asks. */
  TOGETHER_THERE,
  /** A transfer to the device that asks. */
  TOGETHER_BACK,
  /** It is over, and everything was removed. */
  END
}
