package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.application.usecase.ListPossibleConnections.Announced;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer to {@code possible_connections}. */
public final class PossibleConnectionsReport {
  private PossibleConnectionsReport() {}

  public static List<String> lines(ListPossibleConnections.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add("this device can be reached at:");
    indent(lines, interfaces(result.interfaces()), "no interface is up");
    lines.add("devices that announce themselves (a hint: only a connection shows who it is):");
    indent(lines, announced(result.announced()), "none");
    lines.add("neighbours that the system knows:");
    indent(lines, neighbours(result.neighbours()), "none");
    return lines;
  }

  private static void indent(List<String> lines, Table table, String otherwise) {
    List<String> rows = table.isEmpty() ? List.of(otherwise) : table.lines();
    rows.forEach(row -> lines.add("  " + row));
  }

  private static Table interfaces(List<LocalInterface> interfaces) {
    Table table = new Table("INTERFACE", "ADDRESS", "MAC", "NOTE");
    for (LocalInterface one : interfaces) {
      for (HostAddress address : one.addresses()) {
        table.row(DisplayText.escape(one.name()), address.value(), mac(one.mac()), note(one));
      }
    }
    return table;
  }

  private static Table announced(List<Announced> announced) {
    Table table = new Table("NAME", "ADDRESS", "PORT", "ID", "TRUST", "CODE");
    for (Announced one : announced) {
      Announcement what = one.what();
      table.row(
          what.name().display(),
          what.endpoint().host().value(),
          Integer.toString(what.endpoint().port()),
          RowText.brief(what.id().value()),
          one.standing().name().toLowerCase(Locale.ROOT),
          what.code().map(number -> "code " + number).orElse("-"));
    }
    return table;
  }

  private static Table neighbours(List<Neighbour> neighbours) {
    Table table = new Table("HOST IP", "HOST MAC", "INTERFACE");
    for (Neighbour neighbour : neighbours) {
      table.row(
          neighbour.address().value(),
          mac(neighbour.mac()),
          DisplayText.escape(neighbour.interfaceName()));
    }
    return table;
  }

  private static String mac(Optional<MacAddress> mac) {
    return mac.map(MacAddress::value).orElse("-");
  }

  private static String note(LocalInterface one) {
    if (one.loopback()) {
      return "loopback, this machine only";
    }
    return one.defaultRoute() ? "default route" : "";
  }
}
