package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Picking;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.ReceptionPlan.Conflict;
import io.localstream.domain.transfer.ReceptionPlan.Outcome;
import io.localstream.domain.transfer.Transfer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What would happen if an offer was taken. */
public final class PlanText {
  private static final int MAX_LINES = 20;

  private final ZoneId zone;
  private final boolean all;

  /**
   * @param all whether long lists are told to their end
   */
  public PlanText(ZoneId zone, boolean all) {
    this.zone = zone;
    this.all = all;
  }

  /** Everything that is known, for who asks for it. */
  public List<String> report(Transfer offer, ReceptionPlan plan, Picking picking) {
    List<String> lines = new ArrayList<>();
    lines.add(offer.peerName().display() + " offers " + TransferText.what(offer));
    lines.add("  would be saved as:  " + plan.place());
    lines.add("  taken:              " + amount(plan.taken()));
    if (plan.kept().entries() > 0) {
      lines.add("  kept:               " + amount(plan.kept()) + ", here already");
    }
    if (plan.leftOut() > 0) {
      lines.add("  left out:           " + plan.leftOut() + ", by --only or --exclude");
    }
    if (plan.hadBytes() > 0) {
      lines.add(
          "  here already:       "
              + Quantities.size(plan.hadBytes())
              + ", from an attempt that broke");
    }
    lines.add("  still to come:      " + Quantities.size(plan.neededBytes()));
    lines.add("  free there:         " + free(plan));
    lines.addAll(contents(offer, plan, picking));
    lines.add(verdict(plan));
    return lines;
  }

  /** What is offered, and what of it needs care. */
  List<String> contents(Transfer offer, ReceptionPlan plan, Picking picking) {
    List<String> lines = new ArrayList<>();
    Manifest manifest = offer.offer().manifest();
    BitSet leftOut = picking.leftOut(manifest);
    addAll(
        lines,
        "offered",
        IntStream.range(0, manifest.entries().size()).boxed().toList(),
        i -> entry(manifest.entries().get(i)) + (leftOut.get(i) ? "  (left out)" : ""));
    addAll(lines, "existing", plan.conflicts(), this::conflict);
    addAll(
        lines,
        "can't be created here",
        plan.impossible(),
        missing ->
            QuotedName.of(missing.path(), QuotedName.PATH_COLUMNS)
                + " "
                + DisplayText.escape(missing.words()));
    addAll(
        lines,
        "saved under other names",
        List.copyOf(plan.cautions().names().saved().entrySet()),
        saved ->
            QuotedName.of(manifest.path(saved.getKey()), QuotedName.PATH_COLUMNS)
                + " as "
                + QuotedName.of(saved.getValue(), QuotedName.PATH_COLUMNS));
    lines.addAll(CautionText.executables(plan.cautions()));
    lines.addAll(CautionText.hidden(offer, plan.cautions(), all));
    return lines;
  }

  private static String free(ReceptionPlan plan) {
    return plan.freeBytes() == Long.MAX_VALUE ? "not known" : Quantities.size(plan.freeBytes());
  }

  private static String amount(ReceptionPlan.Amount amount) {
    List<String> parts = new ArrayList<>();
    if (amount.files() > 0 || amount.folders() + amount.links() == 0) {
      parts.add(Quantities.count(amount.files(), "file"));
    }
    if (amount.folders() > 0) {
      parts.add(Quantities.count(amount.folders(), "folder"));
    }
    if (amount.links() > 0) {
      parts.add(Quantities.count(amount.links(), "link"));
    }
    return String.join(", ", parts) + ", " + Quantities.size(amount.bytes());
  }

  private <T> void addAll(
      List<String> lines, String title, List<T> things, Function<T, String> text) {
    if (things.isEmpty()) {
      return;
    }
    lines.add("  " + title + ":");
    int shown = all ? things.size() : Math.min(MAX_LINES, things.size());
    things.subList(0, shown).forEach(thing -> lines.add("    " + text.apply(thing)));
    if (shown < things.size()) {
      lines.add("    and " + (things.size() - shown) + " more (--verbose shows all)");
    }
  }

  private static String entry(ManifestEntry entry) {
    return switch (entry) {
      case ManifestEntry.File file ->
          file.path().display()
              + "  "
              + Quantities.size(file.sizeBytes())
              + ((file.permissions() & ManifestEntry.EXECUTE_PERMISSIONS) == 0
                  ? ""
                  : ", executable");
      case ManifestEntry.Folder folder -> folder.path().display() + "/";
      case ManifestEntry.Link link -> link.path().display() + " -> " + link.target().toString();
    };
  }

  private String conflict(Conflict conflict) {
    return conflict.place()
        + "  "
        + outcome(conflict.outcome())
        + " ("
        + existing(conflict)
        + "; offered: "
        + offered(conflict)
        + ")";
  }

  /** What is here, for example {@code 1.2 MB of 2026-01-01 12:00:00}. */
  private String existing(Conflict conflict) {
    String modified = RowText.text(conflict.existing().modified(), zone);
    return switch (conflict.existing().kind()) {
      case FILE -> Quantities.size(conflict.existing().sizeBytes()) + " of " + modified;
      case FOLDER -> "a folder";
      case LINK -> "a link";
      case OTHER -> "neither a file nor a folder";
    };
  }

  private String offered(Conflict conflict) {
    return switch (conflict.offered()) {
      case ManifestEntry.File file ->
          Quantities.size(file.sizeBytes()) + " of " + RowText.text(file.modified(), zone);
      case ManifestEntry.Folder _ -> "a folder";
      case ManifestEntry.Link link -> "a link to " + link.target().toString();
    };
  }

  /** Both, for who has to choose. */
  public List<String> choice(Conflict conflict) {
    return List.of(
        conflict.place() + " exists already",
        "  here:     " + existing(conflict),
        "  offered:  " + offered(conflict) + newer(conflict));
  }

  private static String newer(Conflict conflict) {
    int compared = conflict.offered().modified().compareTo(conflict.existing().modified());
    if (compared == 0) {
      return "";
    }
    return compared > 0 ? ", which is newer" : ", which is older";
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case REPLACED -> "would be replaced";
      case KEPT -> "would be kept";
      case RENAMED -> "would be kept, the new one beside it";
      case BACKED_UP -> "would be kept as a backup";
      case REFUSED -> "is in the way";
      case ASKED -> "would be asked about";
    };
  }

  private static String verdict(ReceptionPlan plan) {
    int refused = plan.count(Outcome.REFUSED);
    if (refused > 0) {
      return "nothing would be received, because "
          + refused
          + (refused == 1 ? " of them exists" : " of them exist")
          + " already; choose with --existing";
    }
    return plan.fits() ? "nothing was received: this was only a look" : tooLarge(plan);
  }

  private static String tooLarge(ReceptionPlan plan) {
    return "it does not fit: "
        + Quantities.size(plan.neededBytes() - plan.freeBytes())
        + " more would have to be free";
  }

  /** The same in short, for who is asked whether to receive it. */
  public static List<String> brief(ReceptionPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + amount(plan.taken())
            + (plan.leftOut() > 0 ? ", without " + plan.leftOut() + " left out" : "")
            + "; "
            + (plan.hadBytes() > 0 ? Quantities.size(plan.hadBytes()) + " here already; " : "")
            + Quantities.size(plan.neededBytes())
            + " to come, "
            + free(plan)
            + " free");
    if (!plan.conflicts().isEmpty()) {
      lines.add(
          "  exist already: "
              + Arrays.stream(Outcome.values())
                  .filter(outcome -> plan.count(outcome) > 0)
                  .map(outcome -> plan.count(outcome) + " " + outcome(outcome))
                  .collect(Collectors.joining(", ")));
    }
    if (!plan.impossible().isEmpty()) {
      lines.add("  can't be created here: " + plan.impossible().size());
    }
    if (!plan.cautions().names().saved().isEmpty()) {
      lines.add("  saved under other names: " + plan.cautions().names().saved().size());
    }
    return lines;
  }
}
