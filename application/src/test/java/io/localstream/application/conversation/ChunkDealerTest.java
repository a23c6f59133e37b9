package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ChunkSize;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChunkDealerTest {
  private static final int CHUNK = 1_024;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChunkDealer dealer = dealer(4);

  private static ChunkDealer dealer(int chunks) {
    return new ChunkDealer(new ChunkPlan((long) chunks * CHUNK, new ChunkSize(CHUNK)), List.of());
  }

  private CompletableFuture<Long> taking(int lane) {
    CompletableFuture<Long> taken = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            taken.complete(dealer.take(lane));
          } catch (InterruptedException | RuntimeException e) {
            taken.completeExceptionally(e);
          }
        });
    return taken;
  }

  private static void assertViolation(ThrowingCallable call) {
    assertThatExceptionOfType(LocalStreamException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION));
  }

  @Test
  void dealsEachChunkOnceWhicheverLaneAsks() throws InterruptedException {
    assertThat(dealer.take(0)).isZero();
    assertThat(dealer.take(7)).isEqualTo(1);
    assertThat(dealer.take(7)).isEqualTo(2);
    assertThat(dealer.take(0)).isEqualTo(3);
    assertThat(dealer.isAllDealt()).isTrue();
  }

  @Test
  void countsWhatWasWrittenAndNotWholeChunks() throws InterruptedException {
    dealer.take(0);
    assertThat(dealer.bytes()).isZero();
    dealer.wrote(0, 100);
    assertThat(dealer.bytes()).isEqualTo(100);
    dealer.wrote(0, CHUNK - 100);
    dealer.take(0);
    dealer.take(1);
    dealer.wrote(1, 50);
    assertThat(dealer.bytes()).isEqualTo(CHUNK + 50);
    dealer.wrote(0, 10);
    dealer.stored(0, 1, true);
    assertThat(dealer.bytes()).isEqualTo(CHUNK + 50);
    dealer.wrote(0, 10);
    assertThat(dealer.bytes()).as("what a lane that is over still writes").isEqualTo(CHUNK + 50);
  }

  @Test
  void countsAChunkThatWasStoredBeforeItsLastBytesWereCounted() throws InterruptedException {
    dealer.take(0);
    dealer.wrote(0, 100);
    dealer.stored(0, 1, true);
    dealer.wrote(0, CHUNK - 100);
    assertThat(dealer.bytes()).isEqualTo(CHUNK);
  }

  @Test
  void dealsNothingOfWhatTheReceiverHad() throws InterruptedException {
    ChunkDealer resumed =
        new ChunkDealer(
            new ChunkPlan(5 * CHUNK - 1, new ChunkSize(CHUNK)),
            List.of(new ChunkRange(0, 1), new ChunkRange(4, 4)));
    assertThat(resumed.bytes()).isEqualTo(3 * CHUNK - 1);
    assertThat(resumed.take(0)).isEqualTo(2);
    assertThat(resumed.isAllDealt()).isFalse();
    assertThat(resumed.take(0)).isEqualTo(3);
    assertThat(resumed.isAllDealt()).isTrue();
  }

  @Test
  void hasNothingToDealWhereTheReceiverHadEverything() {
    ChunkPlan plan = new ChunkPlan(4 * CHUNK, new ChunkSize(CHUNK));
    assertThat(new ChunkDealer(plan, List.of(new ChunkRange(0, 3))).isAllStored()).isTrue();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> new ChunkDealer(plan, List.of(new ChunkRange(0, 4))));
  }

  @Test
  void dealsWhatWasLostWithALaneAgain() throws Exception {
    dealer.take(0);
    dealer.take(1);
    dealer.take(0);
    dealer.take(0);
    dealer.stored(0, 1, true);
    assertThat(dealer.take(0)).as("the lane that is over").isEqualTo(ChunkDealer.NONE);
    assertThat(dealer.take(1)).isEqualTo(2);
    assertThat(dealer.take(1)).isEqualTo(3);
    dealer.stored(1, 3, false);
    assertThat(dealer.isAllStored()).isTrue();
  }

  @Test
  void aLaneThatWaitsIsWokenWhenAnotherIsLost() throws Exception {
    for (int i = 0; i < 4; i++) {
      dealer.take(0);
    }
    CompletableFuture<Long> waiting = taking(1);
    while (!dealer.isAnyIdleBut(0)) {
      Thread.onSpinWait();
    }
    dealer.stored(0, 3, true);
    assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(3);
  }

  @Test
  void aLaneThatIsOverIsNotIdleEvenBeforeItWakes() throws Exception {
    for (int i = 0; i < 4; i++) {
      dealer.take(0);
    }
    CompletableFuture<Long> waiting = taking(1);
    while (!dealer.isAnyIdleBut(0)) {
      Thread.onSpinWait();
    }
    // It waits on the dealer itself, so that it can't wake before this block is left.
    synchronized (dealer) {
      dealer.stored(1, 0, true);
      assertThat(dealer.isAnyIdleBut(0)).isFalse();
    }
    assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ChunkDealer.NONE);
  }

  @Test
  void isNotFooledByAReceiverThatClaimsTooMuchOrLess() throws InterruptedException {
    dealer.take(0);
    dealer.take(0);
    assertViolation(() -> dealer.stored(0, 3, false));
    assertViolation(() -> dealer.stored(5, 1, true));
    dealer.stored(0, 2, false);
    assertViolation(() -> dealer.stored(0, 1, false));
  }

  @Test
  void doesNotRememberEndlesslyWhatAReceiverNeverAcknowledges() throws InterruptedException {
    ChunkDealer large = dealer(1 << 20);
    int dealt = 0;
    LocalStreamException refusal = null;
    while (refusal == null) {
      try {
        large.take(0);
        dealt++;
      } catch (LocalStreamException e) {
        refusal = e;
      }
    }
    assertThat(refusal.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION);
    assertThat(dealt).isEqualTo(1 << 17);
  }

  @Test
  void letsNobodyWaitOnceClosed() throws Exception {
    for (int i = 0; i < 4; i++) {
      dealer.take(0);
    }
    CompletableFuture<Long> waiting = taking(1);
    dealer.close();
    assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ChunkDealer.NONE);
  }
}
