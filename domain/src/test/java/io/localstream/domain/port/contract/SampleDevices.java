package io.localstream.domain.port.contract;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Devices for tests: the same number gives an equal device, another number another one. */
public final class SampleDevices {
  /** The moment that tests begin at. */
  public static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456789Z");

  private static final int SIGNING = 1;
  private static final int WRAPPING = 2;

  private SampleDevices() {}

  /** Its keys are no real keys. */
  public static PresentedDevice device(int number) {
    return device(number, number, "Device " + number);
  }

  /** The device with that identifier, but with the keys and the fingerprint of another number. */
  public static PresentedDevice device(int number, int keysOf, String name) {
    PublicKey signing = key(keysOf, SIGNING);
    PeerCredentials credentials =
        new PeerCredentials(id(number), signing, Fingerprint.of(sha256(signing.encoded())));
    Optional<MacAddress> mac =
        number % 2 == 0
            ? Optional.empty()
            : Optional.of(MacAddress.of(new byte[] {2, 0, 0, 0, 0, (byte) number}));
    return new PresentedDevice(credentials, new DeviceName(name), key(keysOf, WRAPPING), mac);
  }

  public static DeviceId id(int number) {
    return new DeviceId(new UUID(0x4000L, 0x8000_0000_0000_0000L | number));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey key(int number, int use) {
    return new PublicKey(new byte[] {(byte) number, (byte) use, -1});
  }
}
