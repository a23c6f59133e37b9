package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets transfers go on by themselves that broke together with their session, once the two devices
 * meet again: who dialled dials again, who sent offers again, and who received takes the same again
 * to the same place, without a question. For as long as this process lives, and for sessions that a
 * person has not ended. Thread-safe.
 */
public final class Resumption {
  private static final int MOST_ANNOUNCED = 8;

  private final EventObserver observer;
  private final Map<DeviceId, LiveSession> present = new HashMap<>();
  private final Map<DeviceId, Session> broken = new HashMap<>();

  /** The latest offers that were not recognised: what broke may be told only after them. */
  private final Deque<Transfer> announced = new ArrayDeque<>();

  private final List<Sending> sendings = new ArrayList<>();
  private final List<Receiving> receivings = new ArrayList<>();
  private Consumer<Session> redial = _ -> {};

  public Resumption(EventObserver observer) {
    this.observer = observer;
  }

  private record Sending(DeviceId peer, Consumer<LiveSession> again) {}

  private record Receiving(DeviceId peer, Manifest manifest, Consumer<TransferId> again) {
    boolean isMeantBy(Transfer offer) {
      return peer.equals(offer.peer()) && manifest.equals(offer.offer().manifest());
    }
  }

  /** How a device is reached again. */
  synchronized void redialWith(Consumer<Session> how) {
    redial = how;
  }

  /** What was being sent broke with the session. */
  void sendAgain(LiveSession session, Consumer<LiveSession> again) {
    DeviceId peer = session.peer().id();
    LiveSession next;
    synchronized (this) {
      next = present.get(peer);
      if (next == null || next == session) {
        sendings.add(new Sending(peer, again));
        next = null;
      }
    }
    if (next == null) {
      redialWhereBroken(peer);
    } else {
      goOn(again, next);
    }
  }

  /** What was being received broke with the session. */
  void receiveAgain(LiveSession session, Transfer transfer, Consumer<TransferId> again) {
    Receiving receiving = new Receiving(transfer.peer(), transfer.offer().manifest(), again);
    Optional<Transfer> offered;
    synchronized (this) {
      announced.removeIf(offer -> offer.id().equals(transfer.id()));
      offered = announced.stream().filter(receiving::isMeantBy).findFirst();
      offered.ifPresentOrElse(announced::remove, () -> receivings.add(receiving));
    }
    offered.ifPresentOrElse(
        offer -> goOn(receiving, offer, () -> {}), () -> redialWhereBroken(session.peer().id()));
  }

  /** A session has ended. */
  void left(LiveSession session) {
    DeviceId peer = session.peer().id();
    synchronized (this) {
      present.remove(peer, session);
      if (!session.isBroken()) {
        return;
      }
      broken.put(peer, session.session());
    }
    redialWhereBroken(peer);
  }

  /** Only where something waits; the session and what broke with it are told in either order. */
  private void redialWhereBroken(DeviceId peer) {
    Consumer<Session> how;
    Session session;
    synchronized (this) {
      boolean waited =
          sendings.stream().anyMatch(sending -> sending.peer().equals(peer))
              || receivings.stream().anyMatch(receiving -> receiving.peer().equals(peer));
      session = broken.get(peer);
      if (!waited || session == null || session.side() != Side.DIALLED) {
        return;
      }
      broken.remove(peer);
      how = redial;
    }
    how.accept(session);
  }

  /** A device is connected, perhaps again: what it was being sent is offered again. */
  void joined(LiveSession session) {
    DeviceId peer = session.peer().id();
    List<Sending> due;
    synchronized (this) {
      present.put(peer, session);
      broken.remove(peer);
      due = sendings.stream().filter(sending -> sending.peer().equals(peer)).toList();
      sendings.removeAll(due);
    }
    due.forEach(sending -> goOn(sending.again(), session));
  }

  private void goOn(Consumer<LiveSession> again, LiveSession session) {
    Threads.start("going on", () -> attempt(() -> again.accept(session)));
  }

  /**
   * Takes an offer of what was being received; whether it is one.
   *
   * @param otherwise done where it turns out that it can't be
   */
  boolean takes(Transfer offer, Runnable otherwise) {
    Optional<Receiving> due;
    synchronized (this) {
      due = receivings.stream().filter(receiving -> receiving.isMeantBy(offer)).findFirst();
      due.ifPresentOrElse(receivings::remove, () -> announced.addLast(offer));
      if (announced.size() > MOST_ANNOUNCED) {
        announced.removeFirst();
      }
    }
    due.ifPresent(receiving -> goOn(receiving, offer, otherwise));
    return due.isPresent();
  }

  private void goOn(Receiving receiving, Transfer offer, Runnable otherwise) {
    Threads.start(
        "going on",
        () -> {
          if (!attempt(() -> receiving.again().accept(offer.id()))) {
            otherwise.run();
          }
        });
  }

  private boolean attempt(Runnable again) {
    try {
      again.run();
      return true;
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.NO_SUCH_TRANSFER) {
        observer.on(
            new LocalStreamEvent.Warning(
                "what broke could not be gone on with: " + e.getMessage()));
      }
      // Where the offer is gone somebody was quicker, and knows.
      return e.code() == FailureCode.NO_SUCH_TRANSFER;
    }
  }

  /** A transfer goes on by itself, or has ended after that. */
  void tell(Transfer transfer) {
    observer.on(new LocalStreamEvent.TransferResumed(transfer));
  }
}
