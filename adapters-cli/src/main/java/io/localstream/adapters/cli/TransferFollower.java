package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.ProgressLine;
import io.localstream.adapters.cli.text.TallyText;
import io.localstream.adapters.cli.text.TransferText;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Follows transfers to their end: progress meanwhile, then one line each. Thread-safe. */
final class TransferFollower {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Screen screen;
  private final TransferTimes times;

  TransferFollower(Screen screen, TransferTimes times) {
    this.screen = screen;
    this.times = times;
  }

  /**
   * Waits for the end of all; an interrupt cancels them and waits until the peers were told.
   *
   * @return the exit code of the first that failed
   */
  ExitCode follow(List<OngoingTransfer> transfers) throws InterruptedException {
    return tell(await(transfers), this::completed);
  }

  /**
   * As {@link #follow(List)}, but a failure of such a kind is not told.
   *
   * @throws io.localstream.domain.failure.LocalStreamException in its place
   */
  ExitCode follow(List<OngoingTransfer> transfers, Predicate<FailureCode> thrown)
      throws InterruptedException {
    return follow(transfers, thrown, this::completed);
  }

  /**
   * As {@link #follow(List, Predicate)}.
   *
   * @param handover takes what is complete, and says so, in place of the usual line
   */
  ExitCode follow(
      List<OngoingTransfer> transfers, Predicate<FailureCode> thrown, Consumer<Transfer> handover)
      throws InterruptedException {
    List<Transfer> ended = await(transfers);
    for (Transfer transfer : ended) {
      if (transfer.state() instanceof TransferState.Failed failed && thrown.test(failed.code())) {
        throw new LocalStreamException(failed.code(), failed.message());
      }
    }
    return tell(ended, handover);
  }

  private ExitCode tell(List<Transfer> ended, Consumer<Transfer> handover) {
    return ended.stream().map(transfer -> tell(transfer, handover)).toList().stream()
        .filter(exit -> exit != ExitCode.DONE)
        .findFirst()
        .orElse(ExitCode.DONE);
  }

  /** As {@link #follow(List)}, but without the lines in the end. */
  List<Transfer> await(List<OngoingTransfer> transfers) throws InterruptedException {
    List<Transfer> ended = new ArrayList<>();
    try (Ticker _ = ticker(transfers)) {
      for (OngoingTransfer transfer : transfers) {
        ended.add(transfer.await());
      }
    } catch (InterruptedException e) {
      cancel(transfers);
      throw e;
    }
    return ended;
  }

  /** Tells the end of a transfer that goes on in the background. */
  void tellEnd(OngoingTransfer transfer) {
    Thread.ofPlatform()
        .daemon()
        .name("background transfer")
        .start(() -> {
          try {
            tell(transfer.await(), this::completed);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private Ticker ticker(List<OngoingTransfer> transfers) {
    return new Ticker(REDRAW, () -> draw(transfers), () -> screen.progress(List.of()));
  }

  private void draw(List<OngoingTransfer> transfers) {
    if (!screen.hasProgress()) {
      return;
    }
    screen.progress(
        transfers.stream()
            .map(OngoingTransfer::current)
            .filter(transfer -> !transfer.state().isFinal())
            .map(now -> ProgressLine.of(now, times.of(now), screen.columns()))
            .toList());
  }

  private static void cancel(List<OngoingTransfer> transfers) throws InterruptedException {
    transfers.forEach(OngoingTransfer::cancel);
    Thread farewell =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                for (OngoingTransfer transfer : transfers) {
                  transfer.await();
                }
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    farewell.join(FAREWELL);
    farewell.interrupt();
  }

  private ExitCode tell(Transfer transfer, Consumer<Transfer> handover) {
    return switch (transfer.state()) {
      case TransferState.Failed failed -> {
        screen.error(result(transfer));
        yield failed.code().exitCode();
      }
      case TransferState.Completed completed -> {
        handover.accept(transfer);
        completed.grown().forEach(grown -> screen.important(TransferText.grown(grown)));
        completed.missing().forEach(missing -> screen.error(TransferText.missing(missing)));
        yield completed.missing().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
      }
      case TransferState.Offered _, TransferState.Running _ ->
          throw new IllegalStateException("the transfer has not ended: " + transfer.state());
    };
  }

  private String result(Transfer transfer) {
    return TransferText.result(transfer, times.of(transfer));
  }

  private static List<FileReference> saved(Transfer transfer) {
    return transfer.state() instanceof TransferState.Completed completed
        ? completed.saved()
        : List.of();
  }

  /** Scripts that want it quiet get the bare paths. */
  private void completed(Transfer transfer) {
    if (!screen.isQuiet()) {
      screen.result(result(transfer));
      return;
    }
    if (transfer.state() instanceof TransferState.Completed completed
        && TallyText.isNothingNew(completed.tally())) {
      return;
    }
    for (FileReference file : saved(transfer)) {
      screen.result(screen.outIsTerminal() ? file.toString() : file.value());
    }
  }
}
