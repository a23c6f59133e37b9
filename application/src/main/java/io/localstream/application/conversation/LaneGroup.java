package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one transfer, each with a thread of its own. A lane that breaks ends alone; anything
 * else that goes wrong on one ends the transfer. Thread-safe.
 */
final class LaneGroup implements LaneSource.Taker {
  private final Work work;
  private final Mailbox mailbox;
  private final ContentBuffers buffers;
  private final Map<Integer, Link> open = new HashMap<>();
  private final List<Integer> ended = new ArrayList<>();
  private final Set<Integer> barred = new HashSet<>();
  private @Nullable LocalStreamException missed;
  private boolean closed;

  /** What is done with a lane. */
  interface Work {
    /** The memory that one lane takes. */
    long bytesPerLane();

    /** Whether no lane is needed any more. */
    boolean isDone();

    /**
     * Carries content until there is no more of it.
     *
     * @throws LocalStreamException {@code LINK_BROKEN}, {@code CLOSED} or {@code TIMED_OUT}: the
     *     lane is of no use any more; any other code: nor is the transfer
     */
    void carry(int lane, Link link) throws InterruptedException;
  }

  LaneGroup(Work work, Mailbox mailbox, ContentBuffers buffers) {
    this.work = work;
    this.mailbox = mailbox;
    this.buffers = buffers;
  }

  /** Puts a lane to work. The first is; others where there is memory for them. */
  @Override
  public void take(int lane, Link link) {
    boolean reserved;
    synchronized (this) {
      reserved = !open.isEmpty() && buffers.tryReserve(work.bytesPerLane());
      if (closed
          || barred.contains(lane)
          || open.containsKey(lane)
          || (!open.isEmpty() && !reserved)) {
        release(reserved);
        link.close();
        return;
      }
      open.put(lane, link);
      missed = null;
    }
    Threads.start("lane " + lane, () -> run(lane, link, reserved));
  }

  @Override
  public synchronized void missed(LocalStreamException reason) {
    missed = reason;
    mailbox.nudge();
  }

  private void run(int lane, Link link, boolean reserved) {
    try {
      work.carry(lane, link);
    } catch (LocalStreamException e) {
      broke(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      mailbox.fail(
          new LocalStreamException(FailureCode.INTERNAL, "internal error: " + e, e), false);
    } finally {
      link.close();
      release(reserved);
      left(lane);
    }
  }

  private void broke(LocalStreamException e) {
    switch (e.code()) {
      case LINK_BROKEN, CLOSED, TIMED_OUT -> {
        // It ends alone, and whoever drains the ended ones sees to another.
      }
      default -> mailbox.fail(e, false);
    }
  }

  private void release(boolean reserved) {
    if (reserved) {
      buffers.release(work.bytesPerLane());
    }
  }

  private synchronized void left(int lane) {
    open.remove(lane);
    ended.add(lane);
    notifyAll();
    mailbox.nudge();
  }

  /** Ends one lane; where it has not come yet, it will not be taken. */
  void end(int lane) {
    Link link;
    synchronized (this) {
      barred.add(lane);
      link = open.get(lane);
    }
    if (link != null) {
      link.close();
    }
  }

  synchronized boolean isOpen(int lane) {
    return open.containsKey(lane);
  }

  /** The numbers of those that are open. */
  synchronized List<Integer> open() {
    return List.copyOf(open.keySet());
  }

  /** Whether no lane is open but this one and those that were told to end. */
  synchronized boolean isEmptyBut(int lane) {
    return open.keySet().stream().allMatch(each -> each == lane || barred.contains(each));
  }

  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  /** The numbers of those that have ended since this was last asked. */
  synchronized List<Integer> drainEnded() {
    List<Integer> drained = List.copyOf(ended);
    ended.clear();
    return drained;
  }

  /** Why none could be opened, where none is open and the last try has failed. */
  synchronized Optional<LocalStreamException> hopeless() {
    return open.isEmpty() && !work.isDone() ? Optional.ofNullable(missed) : Optional.empty();
  }

  /** Ends all lanes, soon; never waits. */
  synchronized void abort() {
    closed = true;
    open.values().forEach(Link::close);
  }

  /** Ends all lanes and waits until nothing works on them any more. */
  void finish() throws InterruptedException {
    abort();
    synchronized (this) {
      while (!open.isEmpty()) {
        wait();
      }
    }
  }
}
