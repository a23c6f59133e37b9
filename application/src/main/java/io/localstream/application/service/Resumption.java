package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.application.conversation.TransferTrack;
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
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferSummary;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets transfers go on by themselves that broke. Where the session broke, too, that is once the two
 * devices meet again: who dialled dials again. Where only the data connections did, it is after a
 * pause. Who sent offers again, and who received takes the same again to the same place, without a
 * question. For as long as this process lives, and for sessions that a person has not ended.
 * Thread-safe.
 */
public final class Resumption {
  /** What the way to the other device is to blame for. */
  private static final Set<FailureCode> WAY_LOST =
      Set.of(FailureCode.LINK_BROKEN, FailureCode.TIMED_OUT);

  private final EventObserver observer;
  private final Map<DeviceId, LiveSession> present = new HashMap<>();
  private final Map<DeviceId, Session> broken = new HashMap<>();

  /** Offers that were not recognised: what broke may be told only after them. */
  private final AnnouncedOffers announced = new AnnouncedOffers();

  private final List<Sending> sendings = new ArrayList<>();
  private final List<Receiving> receivings = new ArrayList<>();
  private Consumer<Session> redial = _ -> {};

  public Resumption(EventObserver observer) {
    this.observer = observer;
  }

  /**
   * What is offered again.
   *
   * @param what as it was when it broke
   */
  private record Sending(DeviceId peer, TransferSummary what, Consumer<LiveSession> again) {}

  private record Receiving(
      DeviceId peer, TransferSummary what, Manifest manifest, Consumer<TransferId> again) {
    boolean isMeantBy(AnnouncedOffers.Announced offer) {
      Transfer transfer = offer.track().current();
      return peer.equals(transfer.peer()) && manifest.equals(transfer.offer().manifest());
    }
  }

  /** How a device is reached again. */
  synchronized void redialWith(Consumer<Session> how) {
    redial = how;
  }

  /**
   * What was being sent has ended; if it broke, it is offered again.
   *
   * @param pause before that, where the session lives
   */
  void sendAgain(LiveSession session, Transfer ended, Duration pause, Consumer<LiveSession> again) {
    Sending sending = new Sending(ended.peer(), TransferSummary.of(ended), again);
    if (isBroken(session, ended)) {
      await(session, sending);
    } else if (hasLostItsWay(session, ended)) {
      pause(session, sending, pause);
    }
  }

  private static boolean isBroken(LiveSession session, Transfer ended) {
    return session.isBroken()
        && ended.state() instanceof TransferState.Failed failed
        && failed.code() != FailureCode.CANCELLED
        && failed.code() != FailureCode.DECLINED;
  }

  private synchronized boolean hasLostItsWay(LiveSession session, Transfer ended) {
    return present.get(ended.peer()) == session
        && ended.state() instanceof TransferState.Failed failed
        && WAY_LOST.contains(failed.code());
  }

  /** Offers it again after a while, or once the devices meet again if they part before that. */
  private void pause(LiveSession session, Sending sending, Duration pause) {
    boolean lives;
    synchronized (this) {
      lives = present.get(sending.peer()) == session;
      if (lives) {
        sendings.add(sending);
      }
    }
    if (!lives) {
      if (session.isBroken()) {
        await(session, sending);
      }
      return;
    }
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> {
          if (isStillDue(session, sending)) {
            goOn(sending, session);
          }
        });
  }

  private synchronized boolean isStillDue(LiveSession session, Sending sending) {
    return present.get(sending.peer()) == session && sendings.remove(sending);
  }

  private void await(LiveSession broken, Sending sending) {
    LiveSession next;
    synchronized (this) {
      next = present.get(sending.peer());
      if (next == null || next == broken) {
        sendings.add(sending);
        next = null;
      }
    }
    if (next == null) {
      redialWhereBroken(sending.peer());
    } else {
      goOn(sending, next);
    }
  }

  /** What was being received has ended; if it broke, it is taken again. */
  void receiveAgain(LiveSession session, Transfer ended, Consumer<TransferId> again) {
    if (isBroken(session, ended) || hasLostItsWay(session, ended)) {
      await(
          session,
          new Receiving(ended.peer(), TransferSummary.of(ended), ended.offer().manifest(), again));
    }
  }

  private void await(LiveSession former, Receiving receiving) {
    Optional<AnnouncedOffers.Announced> offered;
    synchronized (this) {
      offered =
          announced.take(offer ->
              (offer.session() != former || !former.isBroken()) && receiving.isMeantBy(offer));
      boolean wanted = former.isBroken() || present.get(receiving.peer()) == former;
      if (offered.isEmpty() && wanted) {
        receivings.add(receiving);
      }
    }
    offered.ifPresentOrElse(
        offer -> goOn(receiving, offer, () -> {}), () -> redialWhereBroken(receiving.peer()));
  }

  /** A person does not want any more what is left of it. */
  synchronized void discard(UnfinishedTransfer left) {
    sendings.removeIf(
        sending -> sending.peer().equals(left.peer()) && isSame(sending.what(), left));
    receivings.removeIf(
        receiving -> receiving.peer().equals(left.peer()) && isSame(receiving.what(), left));
  }

  private static boolean isSame(TransferSummary what, UnfinishedTransfer left) {
    return what.direction() == left.direction()
        && what.title().equals(left.title())
        && what.files() == left.files()
        && what.totalBytes() == left.totalBytes();
  }

  /** A session has ended. */
  void left(LiveSession session) {
    DeviceId peer = session.peer().id();
    synchronized (this) {
      boolean last = present.remove(peer, session);
      if (last && !session.isBroken()) {
        sendings.removeIf(sending -> sending.peer().equals(peer));
        receivings.removeIf(receiving -> receiving.peer().equals(peer));
      }
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
    due.forEach(sending -> goOn(sending, session));
  }

  private void goOn(Sending sending, LiveSession session) {
    Threads.start(
        "going on",
        () -> {
          try {
            sending.again().accept(session);
          } catch (LocalStreamException e) {
            if (session.isBroken()) {
              await(session, sending);
            } else {
              warn(e);
            }
          }
        });
  }

  /**
   * Takes an offer of what was being received; whether it is one.
   *
   * @param otherwise done where it turns out that it can't be
   */
  boolean takes(LiveSession session, TransferTrack track, Runnable otherwise) {
    AnnouncedOffers.Announced offer = new AnnouncedOffers.Announced(session, track);
    Optional<Receiving> due;
    synchronized (this) {
      due = receivings.stream().filter(receiving -> receiving.isMeantBy(offer)).findFirst();
      due.ifPresentOrElse(receivings::remove, () -> announced.add(offer));
    }
    due.ifPresentOrElse(
        receiving -> goOn(receiving, offer, otherwise), () -> track.onEnd(_ -> forget(offer)));
    return due.isPresent();
  }

  private synchronized void forget(AnnouncedOffers.Announced offer) {
    announced.forget(offer);
  }

  private void goOn(Receiving receiving, AnnouncedOffers.Announced offer, Runnable otherwise) {
    Threads.start(
        "going on",
        () -> {
          try {
            receiving.again().accept(offer.track().current().id());
          } catch (LocalStreamException e) {
            if (offer.session().isBroken()) {
              await(offer.session(), receiving);
            } else if (e.code() != FailureCode.NO_SUCH_TRANSFER) {
              warn(e);
              otherwise.run();
            }
            // Where the offer is gone somebody was quicker, and knows.
          }
        });
  }

  private void warn(LocalStreamException e) {
    observer.on(
        new LocalStreamEvent.Warning("what broke could not be gone on with: " + e.getMessage()));
  }

  /** A transfer goes on by itself, or has ended after that. */
  void tell(Transfer transfer) {
    observer.on(new LocalStreamEvent.TransferResumed(transfer));
  }
}
