package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunningTransfers} promises. */
public abstract class RunningTransfersContract {
  private RunningTransfers one;
  private RunningTransfers other;

  /** Another program of one home each time. */
  protected abstract RunningTransfers program();

  @BeforeEach
  final void start() {
    one = program();
    other = program();
  }

  protected static RunningTransfer running(int number, long bytes) {
    return new RunningTransfer(
        new TransferId(new UUID(7, number)),
        Transfer.Direction.SENDING,
        new DeviceId(new UUID(0, 2)),
        new DeviceName("anna"),
        "movie.mp4",
        Long.MAX_VALUE,
        bytes);
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(one.others()).isEmpty();
  }

  @Test
  void tellsTheOthersAndNotItself() {
    one.tell(List.of(running(1, 10), running(2, Long.MAX_VALUE)));

    assertThat(other.others())
        .containsExactlyInAnyOrder(running(1, 10), running(2, Long.MAX_VALUE));
    assertThat(program().others()).hasSize(2);
    assertThat(one.others()).isEmpty();
  }

  @Test
  void tellsWhatWasSaidLast() {
    one.tell(List.of(running(1, 10)));
    one.tell(List.of(running(1, 30)));
    other.tell(List.of(running(2, 5)));

    assertThat(program().others()).containsExactlyInAnyOrder(running(1, 30), running(2, 5));
  }

  @Test
  void forgetsWhatIsOver() {
    one.tell(List.of(running(1, 10)));
    one.tell(List.of());

    assertThat(other.others()).isEmpty();
  }
}
