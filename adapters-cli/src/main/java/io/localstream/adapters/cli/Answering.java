package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.TransferText;
import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a yes or a no at the shell's prompt means: it answers the question that has waited longest,
 * or else the oldest offer, and only one that was shown before the line was begun.
 */
final class Answering {
  private final Surroundings surroundings;
  private final QuestionDesk desk;
  private final Freshness freshness;

  Answering(Surroundings surroundings, QuestionDesk desk, Freshness freshness) {
    this.surroundings = surroundings;
    this.desk = desk;
    this.freshness = freshness;
  }

  /** Answers the question, if there is one; whether there was. */
  Optional<ExitCode> answerQuestion(Answer answer) {
    Optional<PendingQuestion<?>> question = desk.current().filter(PendingQuestion::isYesOrNo);
    question.ifPresent(pending -> {
      if (requireFresh(pending, pending.inquiry().subject())) {
        pending.enter(answer == Answer.YES ? "yes" : "no");
      }
    });
    return question.map(_ -> ExitCode.DONE);
  }

  /** Shows everything that the question is about, if there is one. */
  ExitCode list() {
    List<String> lines =
        desk.current()
            .flatMap(pending -> pending.inquiry().listing())
            .orElseThrow(() ->
                new LocalStreamException(
                    FailureCode.NO_OFFER, "there is no question about an offer"));
    lines.forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }

  /** Receives the oldest offer. */
  ExitCode receive(FileReference target, ExistingFileOptions existing, NamePolicy names)
      throws InterruptedException {
    Destination destination =
        new Destination(target, existing.choice("accept", surroundings)).with(names);
    Transfer offer = oldestOffer();
    if (!requireFresh(offer.id(), TransferText.offer(offer))) {
      return ExitCode.DONE;
    }
    surroundings.offers().took(offer.id());
    try (Delivery delivery = Delivery.ofNotes(surroundings)) {
      return new Receiving(surroundings, delivery)
          .receive(
              new ReceiveFiles.Command(
                  destination,
                  Optional.of(offer.id()),
                  Duration.ZERO,
                  Optional.empty(),
                  false,
                  true,
                  new PersonReview(surroundings).askingOfHidden(destination)));
    }
  }

  /** Declines the oldest offer. */
  ExitCode decline() {
    Transfer offer = oldestOffer();
    if (requireFresh(offer.id(), TransferText.offer(offer))) {
      surroundings.offers().took(offer.id());
      surroundings
          .device()
          .declineOffer()
          .decline(new DeclineOffer.Command(Optional.of(offer.id())));
      surroundings.screen().result("declined " + TransferText.what(offer));
    }
    return ExitCode.DONE;
  }

  private Transfer oldestOffer() {
    return surroundings.device().showStatus().show().transfers().stream()
        .filter(transfer -> transfer.direction() == Transfer.Direction.RECEIVING)
        .filter(transfer -> transfer.state() instanceof TransferState.Offered)
        .findFirst()
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.NO_OFFER, "there is no question and no offer to answer"));
  }

  private boolean requireFresh(Object what, String about) {
    if (freshness.mayAnswer(what)) {
      return true;
    }
    freshness.shown(what);
    surroundings
        .screen()
        .important("this appeared while you were typing, so please answer again: " + about);
    return false;
  }
}
