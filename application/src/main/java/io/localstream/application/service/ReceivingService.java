package io.localstream.application.service;

import io.localstream.application.conversation.PendingAnswer;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.service.OfferDesk.PendingOffer;
import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.OfferReview;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes and declines offers. Thread-safe. */
public final class ReceivingService implements ReceiveFiles, DeclineOffer {
  /** The least that could be offered. */
  private static final Manifest ANYTHING =
      new Manifest(List.of(new ManifestEntry.File(new RelativePath("file"), 0, Instant.EPOCH, 0)));

  private static final DeviceId ANYBODY = new DeviceId(new UUID(0, 0));

  private final OfferDesk offers;
  private final IncomingFiles files;
  private final ApprovalPrompt prompt;
  private final Timeouts timeouts;
  private final Intake intake;

  public ReceivingService(
      OfferDesk offers,
      IncomingFiles files,
      ApprovalPrompt prompt,
      Timeouts timeouts,
      SendingService.Records records) {
    this.offers = offers;
    this.files = files;
    this.prompt = prompt;
    this.timeouts = timeouts;
    this.intake = new Intake(records, this::receive);
  }

  @Override
  public void requirePlace(Destination destination) {
    ReceptionPlan _ = files.plan(ANYBODY, ANYTHING, destination);
  }

  @Override
  public OngoingTransfer receive(ReceiveFiles.Command command) throws InterruptedException {
    return receive(command, false);
  }

  /**
   * @param again whether it broke before, and nobody waits for it now
   */
  private OngoingTransfer receive(ReceiveFiles.Command command, boolean again)
      throws InterruptedException {
    PendingOffer offer = offers.take(wanted(command.which()), command.waitForOffer());
    Transfer transfer = offer.track().current();
    Manifest manifest = transfer.offer().manifest();
    Destination destination;
    IncomingTree tree;
    Optional<ReceptionPlan> plan;
    try {
      destination = asked(reviewed(offer, command.review()), command.approved());
      requireSome(destination, manifest);
      plan = command.approved() ? Optional.empty() : Optional.of(plan(offer, destination));
      tree = open(offer, destination);
    } catch (RuntimeException | InterruptedException e) {
      putBack(offer);
      throw e;
    }
    try {
      if (plan.isPresent()) {
        ask(offer, new Question.ReceiveFiles(transfer, tree.describe(), plan.get()));
      }
    } catch (RuntimeException | InterruptedException e) {
      tree.close();
      throw e;
    }
    intake.begin(offer, tree, command, new Intake.Way(destination, again));
    return offer.track();
  }

  private ReceptionPlan plan(PendingOffer offer, Destination destination) {
    Transfer transfer = offer.track().current();
    return hindering(
        offer, () -> files.plan(transfer.peer(), transfer.offer().manifest(), destination));
  }

  /** The question names hidden names, so that they are taken where the answer is yes. */
  private static Destination asked(Destination destination, boolean approved) {
    return approved ? destination : destination.with(destination.names().takingHidden());
  }

  private IncomingTree open(PendingOffer offer, Destination destination) {
    Transfer transfer = offer.track().current();
    return hindering(
        offer,
        () -> files.open(transfer.id(), transfer.peer(), transfer.offer().manifest(), destination));
  }

  /** What stands in the way is what the sender is told if it is not received otherwise. */
  private static <T> T hindering(PendingOffer offer, Supplier<T> action) {
    try {
      return action.get();
    } catch (LocalStreamException e) {
      offer.track().hinder(e);
      throw e;
    }
  }

  /** One that has ended meanwhile waits for nobody any more. */
  private void putBack(PendingOffer offer) {
    if (!offer.track().current().state().isFinal()) {
      offers.putBack(offer);
    }
  }

  /** Where the person wants it, once the person has seen it. */
  private Destination reviewed(PendingOffer offer, OfferReview review) throws InterruptedException {
    Transfer transfer = offer.track().current();
    OfferReview.Verdict verdict;
    try (PendingReview pending =
        PendingReview.of(review, transfer, wanted -> plan(offer, wanted))) {
      offer.track().onWithdrawal(pending::close);
      verdict = pending.await();
    } catch (LocalStreamException e) {
      requireNotWithdrawn(offer);
      throw e;
    }
    requireNotWithdrawn(offer);
    return switch (verdict) {
      case OfferReview.Verdict.Taken(Destination destination) -> destination;
      case OfferReview.Verdict.OnlyLooked _ ->
          throw ended(offer, FailureCode.ONLY_LOOKED, "nothing was received: this was only a look");
      case OfferReview.Verdict.Declined(String why) ->
          throw ended(offer, FailureCode.DECLINED, why);
    };
  }

  private static void requireSome(Destination destination, Manifest manifest) {
    if (destination.picking().leftOut(manifest).cardinality() == manifest.entries().size()) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT,
          "nothing of "
              + manifest.display()
              + " is to be received; check --only and --exclude (--plan shows what is offered)");
    }
  }

  private void requireNotWithdrawn(PendingOffer offer) {
    try {
      offer.track().requireWanted();
    } catch (LocalStreamException withdrawn) {
      offers.conclude(offer);
      throw withdrawn;
    }
  }

  /** Returns when the person has said yes; otherwise the offer is declined, or put back. */
  private void ask(PendingOffer offer, Question question) throws InterruptedException {
    Answer answer;
    try (PendingAnswer pending =
        PendingAnswer.ask(prompt, question, timeouts.approval(), () -> {})) {
      offer.track().onWithdrawal(pending::close);
      answer = pending.await();
    } catch (InterruptedException e) {
      offers.putBack(offer);
      throw e;
    }
    requireNotWithdrawn(offer);
    switch (answer) {
      case YES -> {}
      case NO -> throw declined(offer, "you declined " + title(offer));
      case NONE ->
          throw ended(
              offer,
              FailureCode.NOBODY_ASKED,
              "nobody said whether to receive " + title(offer) + " (--yes accepts it)");
    }
  }

  private static LocalStreamException declined(PendingOffer offer, String message) {
    return ended(offer, FailureCode.DECLINED, message);
  }

  private static LocalStreamException ended(PendingOffer offer, FailureCode code, String message) {
    LocalStreamException reason = new LocalStreamException(code, message);
    offer.session().decline(offer.track(), reason);
    return reason;
  }

  private static String title(PendingOffer offer) {
    return offer.track().current().offer().manifest().display();
  }

  private static OfferDesk.Wanted wanted(Optional<TransferId> which) {
    return which
        .<OfferDesk.Wanted>map(OfferDesk.Wanted.This::new)
        .orElseGet(OfferDesk.Wanted.Oldest::new);
  }

  @Override
  public Transfer decline(DeclineOffer.Command command) {
    PendingOffer offer;
    try {
      offer = offers.take(wanted(command.which()), Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStreamException(FailureCode.CANCELLED, "cancelled", e);
    }
    declined(offer, "you declined " + title(offer));
    return offer.track().current();
  }
}
