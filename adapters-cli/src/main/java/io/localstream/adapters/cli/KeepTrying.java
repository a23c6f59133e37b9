package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.CodeText;
import io.localstream.adapters.cli.text.Failure;
import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Transfer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Tries again what the network or the other side has broken, if the person wants that. */
final class KeepTrying {
  /** Real time. */
  static final Pauses SLEEPING = Thread::sleep;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Nobody has to change anything here before these may be gone. */
  private static final Set<FailureCode> PASSING =
      Set.of(
          FailureCode.NAME_UNKNOWN,
          FailureCode.UNREACHABLE,
          FailureCode.TIMED_OUT,
          FailureCode.LINK_BROKEN,
          FailureCode.CLOSED,
          FailureCode.NO_PEER,
          FailureCode.NO_OFFER,
          FailureCode.NOT_FOUND,
          // The other side may not have noticed yet that the former session is over.
          FailureCode.LIMIT_REACHED,
          FailureCode.PEER_FAILED,
          FailureCode.PEER_CANNOT_STORE,
          FailureCode.PEER_CANNOT_READ,
          // Whoever looks first comes again.
          FailureCode.ONLY_LOOKED);

  private final Screen screen;
  private final Pauses pauses;

  @Option(
      names = "--keep-trying",
      description =
          "where the network or the other side fails, try again until it succeeds or Ctrl-C")
  private boolean wanted;

  KeepTrying(Screen screen, Pauses pauses) {
    this.screen = screen;
    this.pauses = pauses;
  }

  /** Waits between two attempts. */
  @FunctionalInterface
  interface Pauses {
    void pause(Duration pause) throws InterruptedException;
  }

  /** The whole of it, from meeting the other side to the end of the transfer. */
  @FunctionalInterface
  interface Attempt {
    ExitCode run() throws InterruptedException;
  }

  boolean isWanted() {
    return wanted;
  }

  /** Runs it once, or until it succeeds or fails in a way that time does not mend. */
  ExitCode run(Attempt attempt) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      Patience brief = new Patience(LONGEST_PAUSE);
      try {
        return attempt.run();
      } catch (LocalStreamException e) {
        if (!wanted || !PASSING.contains(e.code())) {
          throw e;
        }
        // What worked for a while is likely to work again at once.
        pause = brief.left().isZero() ? FIRST_PAUSE : pause;
        screen.notice(
            CodeText.without(Failure.of(e).line()) + "; trying again in " + Quantities.time(pause));
      }
      pauses.pause(pause);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /**
   * As {@link #follow(TransferFollower, List)}.
   *
   * @param handover takes what is complete
   */
  ExitCode follow(
      TransferFollower follower, List<OngoingTransfer> transfers, Consumer<Transfer> handover)
      throws InterruptedException {
    return follower.follow(transfers, code -> wanted && PASSING.contains(code), handover);
  }

  /** Follows transfers to their end; a failure that is tried again is thrown, not told. */
  ExitCode follow(TransferFollower follower, List<OngoingTransfer> transfers)
      throws InterruptedException {
    return follower.follow(transfers, code -> wanted && PASSING.contains(code));
  }
}
