package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.DiagnoseNetwork;
import io.localstream.application.usecase.DiagnoseNetwork.InterfaceFinding;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.HostAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answer to {@code doctor}. */
public final class DoctorReport {
  private final DiagnoseNetwork.Result result;
  private final DoctorAdvice advice;

  public DoctorReport(DiagnoseNetwork.Result result) {
    this.result = result;
    this.advice = new DoctorAdvice(result);
  }

  /** Whether others should be able to see and reach this device. */
  public boolean isFine() {
    return advice.problems().isEmpty();
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("interfaces:");
    result.interfaces().forEach(finding -> lines.addAll(about(finding)));
    lines.add(
        "announcements: "
            + (result.announcing() ? "on" : "off")
            + "; heard "
            + Quantities.count(result.devices(), "other device"));
    lines.add("neighbours that the system knows: " + result.neighbours().size());
    lines.add(result.firewalls().isEmpty() ? "firewalls: none found" : "firewalls:");
    result.firewalls().forEach(firewall -> lines.addAll(about(firewall)));
    lines.add(isFine() ? "everything looks fine" : "what to do:");
    advice.problems().forEach(problem -> lines.add("  - " + problem));
    advice.hints().forEach(hint -> lines.add((isFine() ? "" : "  - ") + hint));
    return lines;
  }

  private List<String> about(InterfaceFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + name(finding) + addresses(finding));
    if (!finding.where().loopback()) {
      lines.add(
          "    announcement: "
              + finding
                  .echo()
                  .map(time -> "came back after " + Quantities.time(time))
                  .orElse("did not come back"));
    }
    lines.add(
        "    port "
            + result.port()
            + ": "
            + finding.reached().map(at -> "reached at " + at).orElse("not reached"));
    finding
        .problem()
        .ifPresent(problem -> lines.add("    problem: " + DisplayText.escape(problem)));
    return lines;
  }

  private static String name(InterfaceFinding finding) {
    String note = finding.where().loopback() ? " (this machine only)" : "";
    return DisplayText.escape(finding.where().name())
        + (finding.where().defaultRoute() ? " (default route)" : note);
  }

  private static String addresses(InterfaceFinding finding) {
    return finding.where().addresses().stream()
        .map(HostAddress::value)
        .collect(Collectors.joining(", ", ": ", ""));
  }

  private List<String> about(Firewall firewall) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + firewall.name()
            + " is "
            + switch (firewall.state()) {
              case ON -> "on";
              case OFF -> "off";
              case UNKNOWN -> "there; whether it is on is not told to this user";
            });
    if (firewall.state() != Firewall.State.OFF) {
      lines.add("    to open the port:         " + DoctorAdvice.openPort(firewall, result.port()));
      lines.add("    to let announcements in:  " + firewall.openDiscovery());
    }
    return lines;
  }
}
