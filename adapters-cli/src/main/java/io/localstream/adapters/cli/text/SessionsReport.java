package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.KeepSessions.Kept;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.TransferSummary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answers to {@code sessions list} and {@code sessions show}. */
public final class SessionsReport {
  private final ZoneId zone;

  public SessionsReport(ZoneId zone) {
    this.zone = zone;
  }

  /** One row for each session. */
  public List<String> list(List<Kept> sessions) {
    if (sessions.isEmpty()) {
      return List.of("no session is kept");
    }
    Table table = new Table("SESSION", "PEER", "CONNECTION", "SIDE", "SINCE", "STATE");
    for (Kept kept : sessions) {
      Session session = kept.session();
      table.row(
          RowText.brief(session.id().value()),
          session.peer().name().display(),
          session.connection().toString(),
          side(session.side()),
          RowText.text(session.since(), zone),
          state(kept));
    }
    return table.lines();
  }

  /** Everything that is kept of one. */
  public List<String> show(Kept kept) {
    Session session = kept.session();
    List<String> lines = new ArrayList<>();
    lines.add("session " + session.id() + " with " + session.peer().name().display());
    lines.addAll(FingerprintText.digits("  fingerprint:", session.peer().fingerprint()));
    lines.add("  connection:        " + session.connection() + ", " + side(session.side()));
    lines.add("  remote:            " + session.remote());
    lines.add("  since:             " + RowText.text(session.since(), zone));
    session.endedAt().ifPresent(at -> lines.add("  ended:             " + RowText.text(at, zone)));
    lines.add("  state:             " + state(kept));
    lines.add("transfers: " + session.transfers().size());
    session.transfers().forEach(transfer -> lines.add("  " + transfer(transfer)));
    return lines;
  }

  private static String side(Side side) {
    return switch (side) {
      case LISTENING -> "listening";
      case DIALLED -> "dialled";
    };
  }

  private static String state(Kept kept) {
    if (kept.openHere()) {
      return "open";
    }
    return kept.session().restorable() ? "can be restored" : "ended";
  }

  private static String transfer(TransferSummary transfer) {
    String what =
        transfer.direction().name().toLowerCase(Locale.ROOT)
            + " "
            + QuotedName.brief(transfer.title(), QuotedName.COLUMNS + 20)
            + " ("
            + Quantities.size(transfer.totalBytes())
            + (transfer.failure().isEmpty() ? " saved" : "")
            + ")";
    return transfer.failure().map(code -> what + ": failed, " + code).orElse(what + ": done");
  }
}
