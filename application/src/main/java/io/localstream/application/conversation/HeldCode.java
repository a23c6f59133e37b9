package io.localstream.application.conversation;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PairingRun;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.Session;
import io.localstream.domain.time.Deadline;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A pairing code for as long as it may be tried, on the side that made it or on the side where it
 * was typed. Whoever gets a confirmation of this side can check one guess with it, so a try is
 * spent before one is sent or judged. The code is wiped when its time, its tries or its use are
 * over. Thread-safe.
 */
public final class HeldCode implements AutoCloseable {
  /** How soon the end of the code is noticed by those who wait for its use. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final PairingCode code;
  private final Ticker ticker;
  private final Deadline life;
  private final CompletableFuture<Session> outcome = new CompletableFuture<>();
  private int triesLeft = PairingCode.MAX_TRIES;
  private boolean used;
  private volatile boolean once;
  private final boolean forOneDevice;
  private final Set<DeviceId> turnedAway = new HashSet<>();

  /**
   * @param code taken over
   */
  public HeldCode(PairingCode code, Ticker ticker) {
    this(code, ticker, false);
  }

  /**
   * @param code taken over
   * @param forOneDevice whether no other device is let in than the one that it is used by
   */
  HeldCode(PairingCode code, Ticker ticker, boolean forOneDevice) {
    this.forOneDevice = forOneDevice;
    this.code = code;
    this.ticker = ticker;
    this.life = Deadline.in(ticker, PairingCode.LIFETIME);
  }

  public PairingCode code() {
    return code;
  }

  /** The device that proves it is trusted for a while, and is not pinned on this side. */
  public void pinNothing() {
    once = true;
  }

  boolean isOnce() {
    return once;
  }

  /** Whether it may still be tried. */
  public synchronized boolean isOpen() {
    if (!outcome.isDone() && !used && life.isOver()) {
      end("the code is too old; make a new one");
    }
    return !used && !outcome.isDone();
  }

  /**
   * Begins a run with it.
   *
   * @throws LocalStreamException {@code CODE_NOT_OPEN}
   */
  synchronized PairingRun begin(PairingExchange exchange, PairingContext context) {
    requireOpen();
    return exchange.begin(code, context);
  }

  /**
   * Takes a try.
   *
   * @throws LocalStreamException {@code CODE_NOT_OPEN}: there is none left
   */
  synchronized void spend() {
    requireOpen();
    if (triesLeft == 0) {
      throw notOpen();
    }
    triesLeft--;
  }

  /**
   * The guess for which a try was taken was right: the code is used, and nobody else can use it.
   *
   * @throws LocalStreamException {@code CODE_NOT_OPEN}: somebody was faster
   */
  synchronized void fits() {
    requireOpen();
    used = true;
    code.close();
  }

  /**
   * The guess was wrong.
   *
   * @return the tries that are left; with none the code is burnt
   */
  synchronized int misses() {
    if (triesLeft == 0 && !used) {
      end("the code was tried " + PairingCode.MAX_TRIES + " times in vain and is burnt");
    }
    return triesLeft;
  }

  boolean isForOneDevice() {
    return forOneDevice;
  }

  /** Whether this is the device that has used it. */
  boolean wasUsedBy(DeviceId device) {
    return outcome.isDone()
        && !outcome.isCompletedExceptionally()
        && outcome.join().peer().id().equals(device);
  }

  /** A person has said that this device is not let in without it. */
  synchronized void turnAway(DeviceId device) {
    turnedAway.add(device);
  }

  synchronized boolean wasTurnedAway(DeviceId device) {
    return turnedAway.contains(device);
  }

  /** Has something done once it can't be used any more; at once where that is so. */
  void whenOver(Runnable action) {
    CompletableFuture<Session> _ = outcome.whenComplete((_, _) -> action.run());
  }

  /** The session that came of it. */
  public void joined(Session session) {
    outcome.complete(session);
  }

  /** What was begun with it has failed: a code that was used is of no use any more. */
  synchronized void failed() {
    if (used) {
      end("a device was let in, and then the connection failed; make a new code");
    }
  }

  /**
   * Waits for the session that comes of it.
   *
   * @throws LocalStreamException {@code CODE_NOT_OPEN}: none will; {@code NO_PEER}: none has in
   *     time
   */
  public Session await(Duration longest) throws InterruptedException {
    Deadline deadline = Deadline.in(ticker, longest);
    while (true) {
      try {
        return outcome.get(deadline.leftUpTo(MOMENT).toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (isOpen() && deadline.isOver()) {
          throw new LocalStreamException(
              FailureCode.NO_PEER, "nobody typed the code in time; --wait 5m waits longer", e);
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof LocalStreamException reason) {
          throw new LocalStreamException(reason.code(), reason.getMessage(), reason);
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Burns it for that reason, one line for a person, unless it was used. */
  public synchronized void burn(String reason) {
    if (!used) {
      end(reason);
    }
  }

  @Override
  public void close() {
    burn("the code was taken back");
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw notOpen();
    }
  }

  private void end(String reason) {
    code.close();
    outcome.completeExceptionally(new LocalStreamException(FailureCode.CODE_NOT_OPEN, reason));
  }

  private static LocalStreamException notOpen() {
    return new LocalStreamException(
        FailureCode.CODE_NOT_OPEN,
        "no such code is open: it was used, burnt or is too old; make a new one");
  }
}
