package io.localstream.adapters.cli.text;

import io.localstream.domain.transfer.ReceptionPlan.Amount;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferTally;
import java.util.ArrayList;
import java.util.List;

/** How much of a transfer was saved, and how much was not. */
public final class TallyText {
  private TallyText() {}

  /** Whether all that was wanted existed at the receiver already. */
  public static boolean isNothingNew(TransferTally tally) {
    return content(tally.saved()) == 0 && tally.kept().entries() > 0;
  }

  static boolean isWhole(TransferTally tally) {
    return tally.kept().entries() + tally.leftOut().entries() + tally.missing().entries() == 0;
  }

  private static int content(Amount amount) {
    return amount.files() + amount.links();
  }

  /** For example {@code 5 files}; folders count where there is nothing else. */
  static String count(Amount amount) {
    List<String> parts = new ArrayList<>();
    add(parts, amount.files(), "file");
    add(parts, amount.links(), "link");
    if (parts.isEmpty()) {
      parts.add(Quantities.count(amount.folders(), "folder"));
    }
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int number, String noun) {
    if (number > 0) {
      parts.add(Quantities.count(number, noun));
    }
  }

  /** For example {@code 5 files (1.8 MB)}. */
  static String amount(Amount amount) {
    return count(amount) + " (" + Quantities.size(amount.bytes()) + ")";
  }

  /**
   * What was not saved, for example {@code 5 files (1.8 MB) were here already; 1 file (3.0 kB) is
   * missing}.
   *
   * @param only stands for the amount where nothing but one thing was offered
   */
  static String rest(Transfer transfer, TransferTally tally, String only) {
    boolean one = transfer.offer().manifest().size() == 1;
    String place =
        switch (transfer.direction()) {
          case SENDING -> "there";
          case RECEIVING -> "here";
        };
    List<String> parts = new ArrayList<>();
    add(parts, tally.kept(), one, only, "was", "were", place + " already");
    add(parts, tally.leftOut(), one, only, "was", "were", "left out " + place);
    add(parts, tally.missing(), one, only, "is", "are", "missing " + place);
    return String.join("; ", parts);
  }

  private static void add(
      List<String> parts,
      Amount amount,
      boolean one,
      String only,
      String singular,
      String plural,
      String what) {
    if (amount.entries() > 0) {
      int number = content(amount) == 0 ? amount.folders() : content(amount);
      parts.add(
          (one ? only : amount(amount)) + " " + (number == 1 ? singular : plural) + " " + what);
    }
  }

  /** The same in short, for a table: {@code , 5 kept, 1 missing}; empty for all that is whole. */
  static String brief(TransferTally tally) {
    return brief(tally.kept(), "kept")
        + brief(tally.leftOut(), "left out")
        + brief(tally.missing(), "missing");
  }

  private static String brief(Amount amount, String what) {
    return amount.entries() == 0 ? "" : ", " + amount.entries() + " " + what;
  }
}
