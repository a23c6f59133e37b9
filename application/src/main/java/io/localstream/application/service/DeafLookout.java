package io.localstream.application.service;

import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.port.Lookout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hears nothing: for a device that is to be quiet on the network. */
final class DeafLookout implements Lookout {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public List<Announcement> heard() {
    return List.of();
  }

  @Override
  public List<Announcement> awaitOther(List<Announcement> seen, Duration longest)
      throws InterruptedException {
    boolean _ = closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    return List.of();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
