package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.ChunkPlan;
import io.localstream.domain.transfer.ChunkRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Deals the chunks of a transfer to its lanes: each lane takes the next when it has sent its last,
 * so that a slow lane slows nobody, and what is lost with a lane is dealt again. Thread-safe.
 */
final class ChunkDealer {
  /** There is nothing more to send. */
  static final long NONE = -1;

  /** So many chunks may be on the way over a lane; the receiver tells often what it has. */
  private static final int MAX_UNSTORED = 1 << 17;

  private final ChunkPlan plan;

  /** What the receiver had before, behind {@link #next}. */
  private final Deque<ChunkRange> had = new ArrayDeque<>();

  private final LongQueue again = new LongQueue();
  private final Map<Integer, Hand> hands = new HashMap<>();
  private long next;
  private long onTheWayOrStored;
  private boolean over;

  /** What was dealt to a lane. */
  private static final class Hand {
    /** What is not known to be stored, in the order in which it left. */
    final LongQueue unstored = new LongQueue();

    /** What is being written, and how much of it is. */
    long current = NONE;

    int written;

    long stored;
    boolean waiting;
    boolean over;

    /** One that is over may still wait, until its thread gets a turn. */
    boolean isIdle() {
      return waiting && !over;
    }
  }

  /**
   * Nothing is dealt yet.
   *
   * @param had what the receiver has, or does not want, in order and apart from each other
   * @throws IndexOutOfBoundsException when there are no such chunks
   */
  ChunkDealer(ChunkPlan plan, List<ChunkRange> had) {
    this.plan = plan;
    this.had.addAll(had);
    for (ChunkRange range : had) {
      Objects.checkIndex(range.last(), plan.count());
      onTheWayOrStored += plan.bytes(range);
    }
    skip();
  }

  private void skip() {
    while (!had.isEmpty() && had.getFirst().first() == next) {
      next = had.removeFirst().last() + 1;
    }
  }

  /**
   * Deals a chunk; waits where there may be one to deal later.
   *
   * @return the chunk's index, or {@link #NONE}
   */
  synchronized long take(int lane) throws InterruptedException {
    Hand hand = hands.computeIfAbsent(lane, _ -> new Hand());
    hand.waiting = true;
    try {
      while (!over && !hand.over && isAllDealt()) {
        wait();
      }
    } finally {
      hand.waiting = false;
    }
    if (over || hand.over) {
      return NONE;
    }
    if (hand.unstored.size() >= MAX_UNSTORED) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION, "the peer does not tell what it has stored");
    }
    long index = again.isEmpty() ? fresh() : again.remove();
    hand.unstored.add(index);
    hand.current = index;
    hand.written = 0;
    return index;
  }

  /** Notes that so many more bytes of the chunk that was dealt last to a lane have left. */
  synchronized void wrote(int lane, int bytes) {
    Hand hand = hands.get(lane);
    if (hand != null && hand.current != NONE) {
      hand.written += bytes;
      onTheWayOrStored += bytes;
    }
  }

  private long fresh() {
    long index = next++;
    skip();
    return index;
  }

  /**
   * Notes what the receiver has stored of a lane.
   *
   * @param chunks how many of those that were dealt to it, from the first
   * @param last whether that is final: the rest is lost, and has to be sent again
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: it can't be so
   */
  synchronized void stored(int lane, long chunks, boolean last) {
    Hand hand = hands.computeIfAbsent(lane, _ -> new Hand());
    if (chunks < hand.stored || chunks - hand.stored > hand.unstored.size()) {
      throw new LocalStreamException(
          FailureCode.PROTOCOL_VIOLATION, "the peer claims to have stored what was not sent");
    }
    for (; hand.stored < chunks; hand.stored++) {
      hand.unstored.remove();
    }
    if (last) {
      hand.over = true;
      while (!hand.unstored.isEmpty()) {
        long lost = hand.unstored.remove();
        again.add(lost);
        onTheWayOrStored -= plan.plainBytes(lost);
      }
      // What was counted of the last one is not all of it.
      if (hand.current != NONE) {
        onTheWayOrStored += plan.plainBytes(hand.current) - hand.written;
        hand.current = NONE;
      }
    }
    notifyAll();
  }

  /** Whether a lane was told to be over by the receiver. */
  synchronized boolean isOver(int lane) {
    Hand hand = hands.get(lane);
    return hand != null && hand.over;
  }

  /** How many chunks are stored of a lane, for comparing. */
  synchronized long stored(int lane) {
    Hand hand = hands.get(lane);
    return hand == null ? 0 : hand.stored;
  }

  /** Whether something of a lane is not known to be stored. */
  synchronized boolean isOwing(int lane) {
    Hand hand = hands.get(lane);
    return hand != null && !hand.unstored.isEmpty();
  }

  /** Whether another lane waits for something to be dealt. */
  synchronized boolean isAnyIdleBut(int lane) {
    return hands.entrySet().stream()
        .anyMatch(each -> each.getKey() != lane && each.getValue().isIdle());
  }

  /** Whether everything was dealt, and nothing waits to be dealt again. */
  synchronized boolean isAllDealt() {
    return next == plan.count() && again.isEmpty();
  }

  /** Whether everything was dealt and is known to be stored. */
  synchronized boolean isAllStored() {
    return isAllDealt() && hands.values().stream().allMatch(hand -> hand.unstored.isEmpty());
  }

  /** How much of the content has left, or is had. */
  synchronized long bytes() {
    return onTheWayOrStored;
  }

  /** Deals nothing more, and lets nobody wait. */
  synchronized void close() {
    over = true;
    notifyAll();
  }
}
