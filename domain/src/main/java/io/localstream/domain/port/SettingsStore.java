package io.localstream.domain.port;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;

/** Keeps what a person has set. Visibility, atomicity and errors as in {@link TrustStore}. */
public interface SettingsStore {
  /** A hundred years: what is calculated with it stays within what a date can be. */
  Duration LONGEST_PARTIAL_AGE = Duration.ofDays(36_500);

  /** The name under which this device presents itself; one is chosen on first use and kept. */
  DeviceName deviceName();

  /** Sets the name. */
  void rename(DeviceName name);

  /** Whether open connections are announced on the local network; true until it is set. */
  boolean isAnnouncing();

  /** Sets whether open connections are announced. */
  void announce(boolean yes);

  /** What happens to what exists already where nothing is said; kept until it is set. */
  ExistingFile existing();

  /** Sets what happens to what exists already. */
  void existing(ExistingFile policy);

  /** The age from which on what is left of a transfer is old; 30 days until it is set. */
  Duration partialAge();

  /**
   * Sets from which age on it is old.
   *
   * @param age positive, at most {@link #LONGEST_PARTIAL_AGE}; kept in whole seconds
   * @throws IllegalArgumentException if it is none of that
   */
  void partialAge(Duration age);

  /** What {@link #partialAge(Duration)} requires. */
  static void requirePartialAge(Duration age) {
    if (!age.isPositive() || age.compareTo(LONGEST_PARTIAL_AGE) > 0) {
      throw new IllegalArgumentException("the age of what is old is 1 s to 36,500 days");
    }
  }
}
