package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;

/** Takes an offer in the foreground, and says so while it waits for one. */
final class Receiving {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final KeepTrying trying;
  private final Delivery delivery;
  private final boolean goesOn;

  /** In the shell, where what breaks goes on by itself. */
  Receiving(Surroundings surroundings, Delivery delivery) {
    this(surroundings, new KeepTrying(surroundings.screen(), KeepTrying.SLEEPING), delivery, true);
  }

  /**
   * @param trying what is tried again is thrown, not told
   * @param delivery of what is not saved
   */
  Receiving(Surroundings surroundings, KeepTrying trying, Delivery delivery) {
    this(surroundings, trying, delivery, false);
  }

  private Receiving(
      Surroundings surroundings, KeepTrying trying, Delivery delivery, boolean goesOn) {
    this.surroundings = surroundings;
    this.trying = trying;
    this.delivery = delivery;
    this.goesOn = goesOn;
  }

  /** Says for what it waits, where no offer is there yet. */
  void announce(Duration wait) {
    if (wait.isPositive() && !isOffered()) {
      surroundings.screen().notice("waiting for an offer " + WaitTime.describe(wait));
    }
  }

  /** Takes an offer, or waits for one, and receives it. */
  ExitCode receive(ReceiveFiles.Command command) throws InterruptedException {
    try {
      return delivery.follow(trying, take(command));
    } catch (LocalStreamException e) {
      return looked(e);
    }
  }

  /** Says for what it waits, and receives it; that offer is not announced, others are. */
  ExitCode awaitAndReceive(ReceiveFiles.Command command) throws InterruptedException {
    OngoingTransfer transfer;
    try (WaitingOffers.Receiving _ = surroundings.offers().receiving()) {
      announce(command.waitForOffer());
      transfer = take(command);
    } catch (LocalStreamException e) {
      return looked(e);
    }
    return delivery.follow(trying, transfer);
  }

  /**
   * Waits for the offer of a peer that was dialled, and receives it.
   *
   * @param command says how; with any wait
   * @param patience how long to wait
   */
  ExitCode receiveFrom(Session session, ReceiveFiles.Command command, Patience patience)
      throws InterruptedException {
    announce(patience.left());
    while (true) {
      Duration left = patience.left();
      Duration slice = left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
      try {
        return receive(command.waiting(slice));
      } catch (LocalStreamException e) {
        if (e.code() != FailureCode.NO_OFFER || patience.left().isZero()) {
          throw e;
        }
        requireOpen(session);
      }
    }
  }

  private void requireOpen(Session session) {
    boolean open =
        surroundings.device().showStatus().show().sessions().stream()
            .anyMatch(other -> other.id().equals(session.id()));
    if (!open) {
      throw new LocalStreamException(
          FailureCode.CLOSED,
          session.peer().name().display() + " left without offering a file; start again");
    }
  }

  /** Where nothing but a look was wanted, that is all. */
  private static ExitCode looked(LocalStreamException outcome) {
    if (outcome.code() == FailureCode.ONLY_LOOKED) {
      return ExitCode.DONE;
    }
    throw outcome;
  }

  private OngoingTransfer take(ReceiveFiles.Command command) throws InterruptedException {
    OngoingTransfer transfer =
        surroundings
            .device()
            .receiveFiles()
            .receive(command.reviewedBy(delivery.around(command.review())));
    surroundings.offers().took(transfer.current().id());
    if (goesOn) {
      transfer.goOnByItself();
    }
    return transfer;
  }

  private boolean isOffered() {
    return surroundings.device().showStatus().show().transfers().stream()
        .filter(transfer -> transfer.direction() == Transfer.Direction.RECEIVING)
        .anyMatch(transfer -> transfer.state() instanceof TransferState.Offered);
  }
}
