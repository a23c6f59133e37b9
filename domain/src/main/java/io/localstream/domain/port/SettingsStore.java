package io.localstream.domain.port;

import io.localstream.domain.device.DeviceName;

/** Keeps what a person has set. Visibility, atomicity and errors as in {@link TrustStore}. */
public interface SettingsStore {
  /** The name under which this device presents itself; one is chosen on first use and kept. */
  DeviceName deviceName();

  /** Sets the name. */
  void rename(DeviceName name);

  /** Whether open connections are announced on the local network; true until it is set. */
  boolean isAnnouncing();

  /** Sets whether open connections are announced. */
  void announce(boolean yes);
}
