package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer to {@code status}. */
public final class StatusReport {
  private final ZoneId zone;

  public StatusReport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * All of it.
   *
   * @param elsewhere what runs in other programs of this home
   */
  public List<String> lines(ShowStatus.Result status, List<RunningTransfer> elsewhere) {
    List<String> lines = new ArrayList<>();
    lines.add("device " + status.name().display() + ", id " + status.identity().id());
    lines.addAll(FingerprintText.digits("  fingerprint:", status.identity().fingerprint()));
    lines.add(
        "connections: %d overall, %d active, %d inactive"
            .formatted(status.overall(), status.active(), status.inactive()));
    section(lines, connections(status));
    lines.add("sessions: " + status.sessions().size());
    section(lines, sessions(status.sessions()));
    lines.add("transfers: " + status.transfers().size());
    section(lines, transfers(status.transfers()));
    if (!elsewhere.isEmpty()) {
      lines.add("transfers in other programs: " + elsewhere.size());
      section(lines, elsewhere(elsewhere));
    }
    return lines;
  }

  private static void section(List<String> lines, Table table) {
    if (!table.isEmpty()) {
      table.lines().forEach(line -> lines.add("  " + line));
    }
  }

  private static Table connections(ShowStatus.Result status) {
    Table table = new Table("HOST", "PORT", "STATE", "PEERS", "SIDE");
    for (Connection connection : status.connections()) {
      row(
          table,
          connection.endpoints().stream()
              .map(endpoint -> endpoint.host().value())
              .collect(Collectors.joining(", ")),
          connection.endpoint().port(),
          connection.isActive() ? "active" : "inactive",
          connection.peers().size() + " of " + connection.limit().peers(),
          switch (connection.side()) {
            case LISTENING -> "listening";
            case DIALLED -> "dialled";
          });
    }
    for (SavedConnection saved : status.saved()) {
      row(
          table,
          saved.endpoint().host().value(),
          saved.endpoint().port(),
          "inactive",
          "0 of " + saved.limit().peers(),
          "saved, not open in this program");
    }
    return table;
  }

  private static void row(
      Table table, String hosts, int port, String state, String peers, String side) {
    table.row(hosts, Integer.toString(port), state, peers, side);
  }

  private Table sessions(List<Session> sessions) {
    Table table = new Table("PEER", "ID", "FINGERPRINT", "SINCE", "REMOTE");
    for (Session session : sessions) {
      table.row(
          session.peer().name().display(),
          session.peer().id().toString(),
          session.peer().fingerprint().brief(),
          RowText.text(session.since(), zone),
          session.remote().toString());
    }
    return table;
  }

  private static Table transfers(List<Transfer> transfers) {
    Table table = new Table("FILE", "SIZE", "DIRECTION", "PEER", "STATE", "DONE");
    for (Transfer transfer : transfers) {
      table.row(
          TransferText.title(transfer),
          Quantities.size(bytes(transfer)),
          transfer.direction().name().toLowerCase(Locale.ROOT),
          transfer.peerName().display(),
          state(transfer.state()),
          done(transfer));
    }
    return table;
  }

  /** What was saved, of one that is complete. */
  private static long bytes(Transfer transfer) {
    return transfer.state() instanceof TransferState.Completed completed
        ? completed.tally().saved().bytes()
        : transfer.totalBytes();
  }

  private static Table elsewhere(List<RunningTransfer> transfers) {
    Table table = new Table("FILE", "SIZE", "DIRECTION", "PEER", "STATE", "DONE");
    for (RunningTransfer transfer : transfers) {
      table.row(
          QuotedName.brief(transfer.title(), QuotedName.COLUMNS + 20),
          Quantities.size(transfer.totalBytes()),
          transfer.direction().name().toLowerCase(Locale.ROOT),
          transfer.peerName().display(),
          "running",
          Quantities.percent(transfer.bytes(), transfer.totalBytes()) + "%");
    }
    return table;
  }

  private static String state(TransferState state) {
    return switch (state) {
      case TransferState.Offered _ -> "offered";
      case TransferState.Running _ -> "running";
      case TransferState.Completed completed ->
          (TallyText.isNothingNew(completed.tally()) ? "nothing new" : "completed")
              + TallyText.brief(completed.tally());
      case TransferState.Failed failed -> "failed: " + failed.code();
    };
  }

  private static String done(Transfer transfer) {
    return switch (transfer.state()) {
      case TransferState.Offered _ -> "0%";
      case TransferState.Running now ->
          Quantities.percent(now.bytes(), transfer.totalBytes()) + "%";
      case TransferState.Completed _ -> "100%";
      case TransferState.Failed _ -> "-";
    };
  }
}
