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

  ExitCode receive(ReceiveFiles.Command command) throws InterruptedException {
    return surroundings.follower().follow(List.of(take(command)));
  }

  private OngoingTransfer take(ReceiveFiles.Command command) throws InterruptedException {
    try (WaitingOffers.Receiving _ = surroundings.offers().receiving()) {
      return surroundings.device().receiveFiles().receive(command);
    }
  }

  private boolean isOffered() {
    return surroundings.device().showStatus().show().transfers().stream()
        .filter(transfer -> transfer.direction() == Transfer.Direction.RECEIVING)
        .anyMatch(transfer -> transfer.state() instanceof TransferState.Offered);
  }
}
