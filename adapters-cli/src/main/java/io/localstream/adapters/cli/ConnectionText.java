package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import java.util.List;
import java.util.Set;

/** Says where this device listens, and how it is reached there. */
final class ConnectionText {
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private final RunningDevice device;

  ConnectionText(RunningDevice device) {
    this.device = device;
  }

  /** For example {@code listening on 192.168.1.7:8080 (eth0), at most 1 peer}. */
  String listening(Connection connection) {
    return "listening on "
        + connection.endpoint()
        + onInterface(connection.endpoint().host())
        + ", at most "
        + Quantities.count(connection.limit().peers(), "peer");
  }

  /** An address at which the other side finds this endpoint. */
  Endpoint reachable(Endpoint endpoint) {
    if (!EVERY_ADDRESS.contains(endpoint.host().value())) {
      return endpoint;
    }
    return interfaces().stream()
        .flatMap(one -> one.addresses().stream())
        .findFirst()
        .map(address -> new Endpoint(address, endpoint.port()))
        .orElse(endpoint);
  }

  private String onInterface(HostAddress address) {
    return interfaces().stream()
        .filter(one -> one.addresses().contains(address))
        .findFirst()
        .map(one -> " (" + DisplayText.escape(one.name()) + ")")
        .orElse("");
  }

  private List<LocalInterface> interfaces() {
    return device.listPossibleConnections().list().interfaces();
  }
}
