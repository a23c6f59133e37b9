package io.localstream.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningNewsTest {
  private final BlockingQueue<List<RunningTransfer>> told = new LinkedBlockingQueue<>();
  private volatile List<RunningTransfer> running = List.of();
  private final RunningNews news =
      new RunningNews(
          new RunningTransfers() {
            @Override
            public void tell(List<RunningTransfer> now) {
              told.add(now);
            }

            @Override
            public List<RunningTransfer> others() {
              return List.of();
            }
          },
          () -> running,
          () -> running.isEmpty(),
          Duration.ofMillis(1));

  private static List<RunningTransfer> at(long bytes) {
    return List.of(
        new RunningTransfer(
            new TransferId(new UUID(0, 1)),
            Transfer.Direction.SENDING,
            new DeviceId(new UUID(0, 2)),
            new DeviceName("bert"),
            "movie.mp4",
            100,
            bytes));
  }

  private List<RunningTransfer> next() throws InterruptedException {
    List<RunningTransfer> next = told.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("is told").isNotNull();
    return next;
  }

  @Test
  void tellsEachChangeAndAtLastThatNothingRuns() throws InterruptedException {
    running = at(10);
    news.begin();
    assertThat(next()).isEqualTo(at(10));
    running = at(30);
    assertThat(next()).isEqualTo(at(30));
    running = List.of();
    assertThat(next()).isEmpty();
  }

  @Test
  void beginsAgainAfterAnEnd() throws InterruptedException {
    running = at(10);
    news.begin();
    next();
    running = List.of();
    next();

    running = at(20);
    news.begin();

    assertThat(next()).isEqualTo(at(20));
  }
}
