package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.CautionText;
import io.localstream.adapters.cli.text.PlanText;
import io.localstream.adapters.cli.text.TransferText;
import io.localstream.application.usecase.OfferReview;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.Transfer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Shows a person what would happen, or asks about what exists already, as it was wanted. */
final class PersonReview {
  private final Surroundings surroundings;

  PersonReview(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Asks about each file that exists already, where that was wanted. */
  OfferReview asking(Destination destination) {
    return destination.ifExists() == ExistingFile.ASK
        ? (_, plans) -> ask(destination, plans)
        : OfferReview.taking(destination);
  }

  /**
   * The same for an offer that needs no other question: hidden names that would come into folders
   * that exist are asked about.
   */
  OfferReview askingOfHidden(Destination destination) {
    OfferReview usual = asking(destination);
    return (offer, plans) -> {
      OfferReview.Verdict verdict = usual.review(offer, plans);
      return verdict instanceof OfferReview.Verdict.Taken(Destination taken)
          ? new OfferReview.Verdict.Taken(taken.with(names(offer, taken, plans)))
          : verdict;
    };
  }

  private NamePolicy names(Transfer offer, Destination destination, OfferReview.Plans plans)
      throws InterruptedException {
    NamePolicy names = destination.names();
    if (names.takesHidden() || !surroundings.person().isHere()) {
      return names;
    }
    List<String> hidden = CautionText.hidden(offer, plans.of(destination).cautions(), false);
    if (hidden.isEmpty()) {
      return names;
    }
    YesNoInquiry inquiry =
        new YesNoInquiry(
            hidden,
            "receive these, too? [yes/no] ",
            "whether to receive hidden names of " + TransferText.what(offer),
            Optional.of(CautionText.hidden(offer, plans.of(destination).cautions(), true)));
    return surroundings.person().confirm(inquiry) == Answer.YES ? names.takingHidden() : names;
  }

  /**
   * Shows what would happen.
   *
   * @param all whether long lists are shown to their end
   */
  OfferReview looking(Destination destination, boolean all) {
    return (offer, plans) -> show(offer, plans, destination, all);
  }

  private OfferReview.Verdict show(
      Transfer offer, OfferReview.Plans plans, Destination destination, boolean all) {
    new PlanText(ZoneId.systemDefault(), all)
        .report(offer, plans.of(destination), destination.picking())
        .forEach(surroundings.screen()::result);
    return new OfferReview.Verdict.OnlyLooked();
  }

  private OfferReview.Verdict ask(Destination destination, OfferReview.Plans plans)
      throws InterruptedException {
    return new ConflictQuestions(surroundings.person())
        .ask(plans.of(destination))
        .<OfferReview.Verdict>map(decided ->
            new OfferReview.Verdict.Taken(
                destination.with(destination.picking().deciding(decided))))
        .orElseGet(() -> new OfferReview.Verdict.Declined("you declined, so nothing was received"));
  }
}
