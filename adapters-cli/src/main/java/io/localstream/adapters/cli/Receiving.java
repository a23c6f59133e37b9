package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.List;

/** Takes an offer in the foreground, and says so while it waits for one. */
final class Receiving {
  private final Surroundings surroundings;

  Receiving(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Says for what it waits, where no offer is there yet. */
  void announce(Duration wait) {
    if (wait.isPositive() && !isOffered()) {
      surroundings.screen().notice("waiting for an offer " + WaitTime.describe(wait));
    }
  }

  /** Takes an offer, or waits for one, and receives it. */
  ExitCode receive(ReceiveFiles.Command command) throws InterruptedException {
    return surroundings.follower().follow(List.of(take(command)));
  }

  /** Says for what it waits, and receives it; that offer is not announced, others are. */
  ExitCode awaitAndReceive(ReceiveFiles.Command command) throws InterruptedException {
    OngoingTransfer transfer;
    try (WaitingOffers.Receiving _ = surroundings.offers().receiving()) {
      announce(command.waitForOffer());
      transfer = take(command);
    }
    return surroundings.follower().follow(List.of(transfer));
  }

  private OngoingTransfer take(ReceiveFiles.Command command) throws InterruptedException {
    OngoingTransfer transfer = surroundings.device().receiveFiles().receive(command);
    surroundings.offers().took(transfer.current().id());
    return transfer;
  }

  private boolean isOffered() {
    return surroundings.device().showStatus().show().transfers().stream()
        .filter(transfer -> transfer.direction() == Transfer.Direction.RECEIVING)
        .anyMatch(transfer -> transfer.state() instanceof TransferState.Offered);
  }
}
