package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.PlanText;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.ReceptionPlan.Conflict;
import io.localstream.domain.transfer.ReceptionPlan.Outcome;
import io.localstream.domain.transfer.RelativePath;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks a person about each file that exists already. */
final class ConflictQuestions {
  private static final String ANSWERS = "yes, no, rename, all, none or quit";

  private final Person person;
  private final PlanText text = new PlanText(ZoneId.systemDefault(), false);

  ConflictQuestions(Person person) {
    this.person = person;
  }

  private enum Answer {
    YES,
    NO,
    RENAME,
    ALL,
    NONE,
    QUIT
  }

  /**
   * What becomes of each.
   *
   * @return empty where the person would rather receive nothing
   */
  Optional<Map<RelativePath, ExistingFile>> ask(ReceptionPlan plan) throws InterruptedException {
    Map<RelativePath, ExistingFile> decided = new HashMap<>();
    List<Conflict> open =
        plan.conflicts().stream().filter(each -> each.outcome() == Outcome.ASKED).toList();
    Optional<ExistingFile> forAll = Optional.empty();
    for (int i = 0; i < open.size(); i++) {
      Answer answer = forAll.isPresent() ? Answer.YES : ask(open.get(i), open.size() - i - 1);
      if (answer == Answer.QUIT) {
        return Optional.empty();
      }
      ExistingFile decision = forAll.orElseGet(() -> decision(answer));
      if (answer == Answer.ALL || answer == Answer.NONE) {
        forAll = Optional.of(decision);
      }
      decided.put(open.get(i).offered().path(), decision);
    }
    return Optional.of(decided);
  }

  private Answer ask(Conflict conflict, int more) throws InterruptedException {
    String others = more == 0 ? "" : " (" + more + " more after this)";
    return person
        .line(
            new LineInquiry<>(
                text.choice(conflict),
                "replace it?" + others + " [yes/no/rename/all/none/quit] ",
                "what becomes of " + conflict.place(),
                Typing.ANSWER,
                ConflictQuestions::parse))
        .orElse(Answer.QUIT);
  }

  private static Answer parse(String line) {
    return switch (line.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "y" -> Answer.YES;
      case "no", "n" -> Answer.NO;
      case "rename", "r" -> Answer.RENAME;
      case "all", "a" -> Answer.ALL;
      case "none" -> Answer.NONE;
      case "quit", "q" -> Answer.QUIT;
      default -> throw new IllegalArgumentException("please type " + ANSWERS);
    };
  }

  private static ExistingFile decision(Answer answer) {
    return switch (answer) {
      case YES, ALL -> ExistingFile.OVERWRITE;
      case NO, NONE, QUIT -> ExistingFile.SKIP;
      case RENAME -> ExistingFile.RENAME;
    };
  }
}
