package io.localstream.bootstrap.endtoend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A cable on which Ethernet frames get lost, come twice, are altered, or arrive behind later ones:
 * what tc-netem(8) does, which not every kernel has. Each end is a network device.
 */
final class BadCable implements AutoCloseable {
  private static final int HEADER_BYTES = 14;
  private static final int LATER_FRAMES = 4;
  private static final int HELD_MILLIS = 5;
  private static final int LOOK_MILLIS = 100;

  private static final AtomicInteger MADE = new AtomicInteger();

  private final String name =
      Long.toString(ProcessHandle.current().pid(), 36) + "n" + MADE.incrementAndGet();
  private final Tap one = new Tap(oneEnd());
  private final Tap other = new Tap(otherEnd());
  private final Harm harm;
  private final List<Thread> threads;
  private final AtomicLong harmed = new AtomicLong();
  private volatile boolean over;

  /**
   * Of so many frames in a thousand.
   *
   * @param late those that come behind the next few
   */
  record Harm(int lost, int twice, int altered, int late) {}

  /**
   * Carries at once.
   *
   * @param seed of chance
   */
  BadCable(Harm harm, long seed) {
    this.harm = harm;
    threads =
        List.of(
            Thread.ofPlatform().start(() -> carry(one, other, new SplittableRandom(seed))),
            Thread.ofPlatform().start(() -> carry(other, one, new SplittableRandom(~seed))));
  }

  String oneEnd() {
    return "lsx" + name;
  }

  String otherEnd() {
    return "lsy" + name;
  }

  /** How many frames were not carried as they should be. */
  long harmed() {
    return harmed.get();
  }

  private void carry(Tap from, Tap to, SplittableRandom random) {
    Deque<byte[]> late = new ArrayDeque<>();
    int passed = 0;
    while (!over) {
      byte[] frame = from.read(late.isEmpty() ? LOOK_MILLIS : HELD_MILLIS);
      if (frame.length == 0 || passed >= LATER_FRAMES) {
        late.forEach(to::write);
        late.clear();
        passed = 0;
      }
      if (frame.length > HEADER_BYTES) {
        passed += late.isEmpty() ? 0 : 1;
        pass(frame, to, late, random);
      }
    }
  }

  private void pass(byte[] frame, Tap to, Deque<byte[]> late, SplittableRandom random) {
    int chance = random.nextInt(1_000);
    if (chance < harm.lost()) {
      harmed.incrementAndGet();
      return;
    }
    if (random.nextInt(1_000) < harm.altered()) {
      harmed.incrementAndGet();
      frame[random.nextInt(HEADER_BYTES, frame.length)] ^= (byte) (1 << random.nextInt(8));
    }
    if (random.nextInt(1_000) < harm.late()) {
      harmed.incrementAndGet();
      late.add(frame);
      return;
    }
    to.write(frame);
    if (random.nextInt(1_000) < harm.twice()) {
      harmed.incrementAndGet();
      to.write(frame);
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    one.close();
    other.close();
  }
}
