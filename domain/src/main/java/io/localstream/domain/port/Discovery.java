package io.localstream.domain.port;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.LocalInterface;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Announces this device on the local network, and hears others. Everything heard is a hint that
 * anybody can forge. Safe for several threads. Where announcing is not possible at all (no
 * interface for it), nothing is announced and nothing heard; that is no failure.
 */
public interface Discovery extends AutoCloseable {
  /**
   * Announces on every suitable interface, in the background, until the result is closed. An
   * endpoint that others can't reach (loopback) is not announced.
   */
  Publication announce(Announcement what);

  /** Listens for the announcements of others, until the result is closed. */
  default Lookout watch() {
    return watch(List.of());
  }

  /**
   * As {@link #watch()}, where some devices are waited for.
   *
   * @param expected there is room for what is announced of them, whatever else is announced
   */
  Lookout watch(List<DeviceId> expected);

  /**
   * Whether an announcement that is made on that interface is heard again there.
   *
   * @param longest how long to wait for it, positive
   * @return how long that took; empty where it was not heard
   */
  Optional<Duration> echo(LocalInterface where, Duration longest) throws InterruptedException;

  /** Withdraws what is announced and frees all there is, within a second. Idempotent. */
  @Override
  void close();
}
