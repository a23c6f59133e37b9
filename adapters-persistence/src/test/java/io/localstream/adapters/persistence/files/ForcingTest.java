package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForcingTest {
  private static final int AT_ONCE = 32;

  private final AtomicLong clock = new AtomicLong();
  private final Forcing forcing = new Forcing(clock::get);
  private final List<Thread> workers = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    forcing.close();
  }

  private void runTaking(long millis) {
    forcing.run(() -> {
      workers.add(Thread.currentThread());
      clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    });
  }

  private void makeSlow() {
    for (int i = 0; i < 4; i++) {
      runTaking(5);
    }
  }

  @Test
  void doesQuickWorkAtOnce() {
    for (int i = 0; i < 100; i++) {
      runTaking(i % 3 == 0 ? 5 : 0);
    }
    assertThat(workers).hasSize(100).containsOnly(Thread.currentThread());
  }

  @Test
  void doesManyAtTheSameTimeOnceTheyAreSlow() {
    makeSlow();
    assertThat(workers).containsOnly(Thread.currentThread());

    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      forcing.run(() -> {
        meet(together);
        workers.add(Thread.currentThread());
      });
    }
    forcing.await();

    assertThat(workers).hasSize(4 + AT_ONCE);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsTheFirstFailure() {
    makeSlow();
    forcing.run(() -> {
      throw new LocalStreamException(FailureCode.NO_SPACE, "the disk is full");
    });

    assertThatThrownBy(forcing::await)
        .isInstanceOf(LocalStreamException.class)
        .hasMessage("the disk is full");
    assertThatThrownBy(() -> runTaking(0)).isInstanceOf(LocalStreamException.class);
  }

  @Test
  void waitsWhenItIsClosed() {
    makeSlow();
    runTaking(0);

    forcing.close();

    assertThat(workers).hasSize(5);
  }
}
