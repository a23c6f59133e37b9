package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.PairingRun;
import java.util.ArrayList;
import java.util.List;

/** One side of a run, which stops where something does not fit. */
final class PairingParticipant {
  static final int MESSAGES = 3;

  private final PairingRun run;
  private final List<byte[]> sent = new ArrayList<>();
  private final List<byte[]> received = new ArrayList<>();
  private boolean failed;
  private boolean verified;

  PairingParticipant(PairingRun run) {
    this.run = run;
  }

  void send() {
    if (failed || received.size() < sent.size()) {
      return;
    }
    step(() ->
        sent.add(
            switch (sent.size()) {
              case 0 -> run.first();
              case 1 -> run.second(received.getLast());
              default -> run.confirmation(received.getLast());
            }));
  }

  void receive(byte[] message) {
    received.add(message);
    if (received.size() == MESSAGES && sent.size() == MESSAGES) {
      step(() -> {
        run.verify(message);
        verified = true;
      });
    }
  }

  /** The one way to fail. */
  private void step(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      failed = true;
      assertFails(
          FailureCode.CODE_WRONG,
          () -> {
            throw e;
          });
    }
  }

  List<byte[]> sent() {
    return sent;
  }

  boolean hasSent(int message) {
    return sent.size() > message;
  }

  boolean hasFailed() {
    return failed;
  }

  boolean verified() {
    return verified;
  }
}
