package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final int SIZE = 10;
  private static final List<FileReference> SAVED = List.of(new FileReference("file"));

  private final Transfer offered =
      Transfer.offered(
          new Offer(
              new TransferId(new UUID(1, 2)),
              1,
              new Manifest(
                  List.of(
                      new ManifestEntry.File(new RelativePath("file"), SIZE, Instant.EPOCH, 0644))),
              ChunkSize.DEFAULT,
              Optional.empty(),
              false,
              false),
          Transfer.Direction.RECEIVING,
          new DeviceId(new UUID(3, 4)),
          new DeviceName("peer"),
          Instant.EPOCH);

  private static void assertIllegal(ThrowingCallable move) {
    assertThatThrownBy(move).isInstanceOf(IllegalStateException.class);
  }

  private static Transfer fail(Transfer transfer) {
    return transfer.fail(FailureCode.CANCELLED, "cancelled");
  }

  /** The receiver has not answered. */
  @Nested
  class Offered {
    @Test
    void isAcceptedOrFails() {
      assertThat(offered.accept().state()).isEqualTo(new TransferState.Running(0, 0));
      assertThat(fail(offered).state())
          .isEqualTo(new TransferState.Failed(FailureCode.CANCELLED, "cancelled"));
    }

    @Test
    void neitherMovesNorCompletes() {
      assertIllegal(() -> offered.progress(0));
      assertIllegal(() -> offered.complete(SAVED, List.of()));
    }

    @Test
    void stays() {
      assertThat(offered.accept()).isNotEqualTo(offered);
      assertThat(offered.state()).isEqualTo(new TransferState.Offered());
      assertThat(offered.state().isFinal()).isFalse();
    }
  }

  /** Content is on its way. */
  @Nested
  class Running {
    private final Transfer running = offered.accept().progress(4);

    @Test
    void goesForwardToItsEnd() {
      Transfer complete = running.progress(4).progress(SIZE).complete(SAVED, List.of());

      assertThat(complete.state())
          .isEqualTo(
              new TransferState.Completed(
                  SAVED, List.of(), List.of(), TransferTally.whole(complete.offer().manifest())));
    }

    @Test
    void neverGoesBackOrTooFar() {
      assertIllegal(() -> running.progress(3));
      assertIllegal(() -> running.progress(SIZE + 1));
      assertIllegal(() -> running.progress(Long.MAX_VALUE));
      assertIllegal(() -> running.progress(Long.MIN_VALUE));
    }

    @Test
    void doesNotCompleteEarly() {
      assertIllegal(() -> running.complete(SAVED, List.of()));
    }

    @Test
    void isAcceptedOnce() {
      assertIllegal(running::accept);
    }

    @Test
    void fails() {
      assertThat(fail(running).state().isFinal()).isTrue();
    }

    @Test
    void hasNoSummary() {
      assertThatThrownBy(() -> TransferSummary.of(running))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Nothing can follow. */
  @Nested
  class Ended {
    private final Transfer completed = offered.accept().progress(SIZE).complete(SAVED, List.of());
    private final Transfer failed = fail(offered);

    @Test
    void staysAsItIs() {
      for (Transfer ended : List.of(completed, failed)) {
        assertThat(ended.state().isFinal()).isTrue();
        assertIllegal(ended::accept);
        assertIllegal(() -> ended.progress(SIZE));
        assertIllegal(() -> ended.complete(SAVED, List.of()));
        assertIllegal(() -> fail(ended));
      }
    }

    @Test
    void isSummedUp() {
      TransferSummary summary = TransferSummary.of(completed);

      assertThat(summary.failure()).isEmpty();
      assertThat(summary.title()).isEqualTo("file");
      assertThat(summary.totalBytes()).isEqualTo(SIZE);
      assertThat(TransferSummary.of(failed).failure())
          .isEqualTo(Optional.of(FailureCode.CANCELLED));
    }
  }
}
