package io.localstream.domain.port;

import io.localstream.domain.discovery.Announcement;
import java.time.Duration;
import java.util.List;

/** Hears announcements. Safe for several threads. */
public interface Lookout extends AutoCloseable {
  /**
   * So many are kept at most, besides those of devices that are waited for. No address that
   * announces has more than a share of them.
   */
  int MAX_HEARD = 256;

  /**
   * What has been heard so far and was not withdrawn, each with one endpoint; a device with several
   * addresses is there several times. Devices that are waited for come first, and the addresses
   * that announce contribute in turns. Never this process' own.
   */
  List<Announcement> heard();

  /**
   * Waits until what is heard changes.
   *
   * @param seen what {@link #heard} told last
   * @param longest longest wait
   * @return what is heard now; equal to {@code seen} when nothing has changed in time
   */
  List<Announcement> awaitOther(List<Announcement> seen, Duration longest)
      throws InterruptedException;

  /** Listens no more. Idempotent; never throws. */
  @Override
  void close();
}
