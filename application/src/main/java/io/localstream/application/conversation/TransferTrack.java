package io.localstream.application.conversation;

import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A transfer as it goes on, with the mailbox through which it can be reached. Thread-safe. */
public final class TransferTrack implements OngoingTransfer {
  private final EventObserver observer;
  private final Consumer<TransferTrack> whenEnded;
  private final Mailbox mailbox = new Mailbox();
  private final CountDownLatch ended = new CountDownLatch(1);
  private Transfer transfer;
  private volatile long reached;
  private volatile boolean accepted;
  private volatile boolean wantedBack;
  private volatile @Nullable SignedReceipt receipt;
  private final List<Consumer<TransferTrack>> whenFinal = new ArrayList<>();
  private volatile Runnable whenAccepted = () -> {};
  private volatile @Nullable LocalStreamException hindrance;

  /**
   * Begins to keep track.
   *
   * @param whenEnded told of the end before anybody else is
   */
  TransferTrack(Transfer transfer, EventObserver observer, Consumer<TransferTrack> whenEnded) {
    this.transfer = transfer;
    this.observer = observer;
    this.whenEnded = whenEnded;
  }

  /**
   * Has something done with its final state, before anybody who waits for the end is told, and at
   * once where it has ended.
   */
  public void onEnd(Consumer<TransferTrack> action) {
    synchronized (this) {
      if (!transfer.state().isFinal()) {
        whenFinal.add(action);
        return;
      }
    }
    action.accept(this);
  }

  /** Has something done once it is answered: accepted, or ended. To be called before that. */
  void onAnswer(Runnable action) {
    whenAccepted = action;
    onEnd(_ -> action.run());
  }

  /** The receipt, once it is complete; empty where there is none. */
  public Optional<SignedReceipt> receipt() {
    return Optional.ofNullable(receipt);
  }

  /** To be called before it is complete. */
  void receipt(SignedReceipt signed) {
    receipt = signed;
  }

  @Override
  public void goOnByItself() {
    wantedBack = true;
  }

  /** Whether it is to go on by itself, and came so far that content could flow. */
  public boolean isWantedBack() {
    return wantedBack && accepted;
  }

  /** How much of the content has come so far, or has left. */
  public long reachedBytes() {
    return reached;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /** Has something done when the transfer is made to fail from outside, or has been. */
  public void onWithdrawal(Runnable action) {
    mailbox.onFailure(action);
  }

  /**
   * Throws the reason for which the transfer was made to fail from outside, if it was.
   *
   * @throws LocalStreamException that reason
   */
  public void requireWanted() {
    mailbox.check();
  }

  @Override
  public synchronized Transfer current() {
    return transfer;
  }

  /** Moves on to another state and tells the observer. */
  void update(UnaryOperator<Transfer> transition) {
    Transfer next;
    boolean answered;
    synchronized (this) {
      next = transition.apply(transfer);
      transfer = next;
      answered = !accepted && next.state() instanceof TransferState.Running;
      accepted = accepted || answered;
    }
    if (answered) {
      // What stood in its way at another place does so no more.
      hindrance = null;
      whenAccepted.run();
    }
    tell(next);
  }

  /** Notes how much need not be sent, before content flows. */
  void begin(long before) {
    if (before > 0) {
      reached = before;
      update(transfer -> transfer.begin(before));
    }
  }

  /** Notes how far the content has come, and tells the observer where that is news. */
  void reach(long bytes) {
    if (bytes > reached) {
      reached = bytes;
      update(transfer -> transfer.progress(bytes));
    }
  }

  /** Tells the observer something that a person should know of it. */
  void warn(String message) {
    observer.on(new LocalStreamEvent.Warning(message));
  }

  /** Ends it with a failure, unless it has ended. */
  void fail(LocalStreamException failure) {
    Transfer failed;
    synchronized (this) {
      if (transfer.state().isFinal()) {
        return;
      }
      failed = transfer.fail(failure.code(), failure.getMessage());
      transfer = failed;
    }
    tell(failed);
  }

  private void tell(Transfer next) {
    if (next.state().isFinal()) {
      whenEnded.accept(this);
      drainWhenFinal().forEach(action -> action.accept(this));
    }
    observer.on(new LocalStreamEvent.TransferChanged(next));
    if (next.state().isFinal()) {
      ended.countDown();
    }
  }

  private synchronized List<Consumer<TransferTrack>> drainWhenFinal() {
    List<Consumer<TransferTrack>> actions = List.copyOf(whenFinal);
    // They may hold a great deal, and this object may be kept.
    whenFinal.clear();
    return actions;
  }

  @Override
  public Transfer await() throws InterruptedException {
    ended.await();
    return current();
  }

  /**
   * Notes why it could not be received as the person wanted it: what the peer is told if it is not
   * received otherwise.
   */
  public void hinder(LocalStreamException reason) {
    hindrance = reason;
  }

  @Override
  public void cancel() {
    end(new LocalStreamException(FailureCode.CANCELLED, "cancelled"));
  }

  /** Ends it from this side, and tells the peer; what stood in its way is the truer reason. */
  public void end(LocalStreamException reason) {
    LocalStreamException truer = hindrance;
    mailbox.fail(truer == null ? reason : truer, false);
  }
}
