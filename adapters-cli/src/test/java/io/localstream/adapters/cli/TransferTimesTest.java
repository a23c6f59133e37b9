package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.adapters.cli.text.TransferPace;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.Transfer.Direction;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTimesTest {
  private long nanos = 1;
  private final TransferTimes times = new TransferTimes(() -> nanos);
  private Transfer transfer = Samples.transfer("movie.mp4", 60_000_000, Direction.SENDING, "bert");

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void now(Transfer next) {
    transfer = next;
    times.on(new LocalStreamEvent.TransferChanged(next));
  }

  private TransferPace pace() {
    return times.of(transfer);
  }

  /** So many seconds at this rate, told ten times a second. */
  private void flow(int seconds, long bytesPerSecond) {
    for (int tenth = 0; tenth < seconds * 10; tenth++) {
      pass(Duration.ofMillis(100));
      long done = ((TransferState.Running) transfer.state()).bytes();
      now(transfer.progress(done + bytesPerSecond / 10));
    }
  }

  @Test
  void countsOnlyWhatFlowsInThisRun() {
    now(transfer.accept());
    pass(Duration.ofSeconds(1));
    now(transfer.begin(31_000_000));
    flow(2, 2_400_000);

    assertThat(pace().bytesPerSecond()).isBetween(2_300_000L, 2_500_000L);
    assertThat(pace().before()).isEqualTo(31_000_000);
  }

  @Test
  void isThatOfTheLastSecondsWhenTheLinkBecomesSlower() {
    now(transfer.accept());
    flow(10, 2_500_000);
    flow(10, 250_000);

    assertThat(pace().bytesPerSecond()).isBetween(240_000L, 260_000L);
  }

  @Test
  void tellsForHowLongNothingHasMoved() {
    now(transfer.accept());
    flow(2, 2_500_000);
    pass(Duration.ofSeconds(12));

    assertThat(pace().silence()).isEqualTo(Duration.ofSeconds(12));
    assertThat(pace().bytesPerSecond()).isZero();
  }

  @Test
  void standsStillOnceItHasEnded() {
    now(transfer.accept());
    flow(24, 2_500_000);
    now(transfer.complete(List.of(), List.of()));
    pass(Duration.ofHours(1));

    assertThat(pace().running()).isEqualTo(Duration.ofSeconds(24));
  }

  @Test
  void knowsNothingOfOthers() {
    assertThat(pace()).isEqualTo(TransferPace.NONE);
  }
}
