package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.DiagnoseNetwork;
import io.localstream.application.usecase.DiagnoseNetwork.InterfaceFinding;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Firewall;
import java.util.ArrayList;
import java.util.List;

/** What to do after a diagnosis. A firewall that is on may be set right: it is a hint only. */
final class DoctorAdvice {
  private final DiagnoseNetwork.Result result;

  DoctorAdvice(DiagnoseNetwork.Result result) {
    this.result = result;
  }

  /** What is wrong, and what to do about it; empty where everything looks fine. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<InterfaceFinding> outward =
        result.interfaces().stream().filter(finding -> !finding.where().loopback()).toList();
    if (outward.isEmpty()) {
      problems.add("join a network: no interface but loopback has an address");
    }
    for (InterfaceFinding finding : outward) {
      if (finding.reached().isEmpty()) {
        problems.add(unreached(finding));
      }
      if (finding.echo().isEmpty() && result.announcing()) {
        problems.add(unheard(finding));
      }
    }
    return problems;
  }

  /** What to know besides. */
  List<String> hints() {
    List<String> hints = new ArrayList<>();
    if (!result.announcing()) {
      hints.add("others do not see this device: settings announce on");
    }
    result.firewalls().stream()
        .filter(firewall -> firewall.state() != Firewall.State.OFF)
        .forEach(firewall ->
            hints.add(
                "where others still can't reach this device, let them through "
                    + firewall.name()
                    + ": "
                    + openPort(firewall, result.port())));
    return hints;
  }

  static String openPort(Firewall firewall, int port) {
    return firewall.openPort().replace("PORT", Integer.toString(port));
  }

  private String unreached(InterfaceFinding finding) {
    return "port "
        + result.port()
        + " can't be reached on "
        + DisplayText.escape(finding.where().name())
        + ": let others through the firewall, or choose another port with doctor --port";
  }

  private String unheard(InterfaceFinding finding) {
    String elsewhere =
        finding.where().addresses().stream()
            .findFirst()
            .map(address -> new Endpoint(address, result.port()))
            .map(at -> "connect " + at.host() + " " + at.port() + " --code")
            .orElse("connect HOST PORT --code");
    return "announcements do not work on "
        + DisplayText.escape(finding.where().name())
        + ": the other device types "
        + elsewhere;
  }
}
