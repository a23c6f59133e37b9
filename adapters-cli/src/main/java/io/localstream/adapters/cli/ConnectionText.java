package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.session.Session;
import java.time.Duration;
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
  String listening(Connection connection) throws InterruptedException {
    return "listening on "
        + connection.endpoint()
        + onInterface(connection.endpoint().host())
        + ", at most "
        + Quantities.count(connection.limit().peers(), "peer");
  }

  /** For example {@code connected to anna at 192.168.1.9:8080, fingerprint 1234 ...}. */
  static String connected(Session session) {
    return "connected to "
        + session.peer().name().display()
        + " at "
        + session.remote()
        + ", fingerprint "
        + session.peer().fingerprint().brief()
        + " ...";
  }

  /** An address at which the other side finds this endpoint. */
  Endpoint reachable(Endpoint endpoint) throws InterruptedException {
    if (!EVERY_ADDRESS.contains(endpoint.host().value())) {
      return endpoint;
    }
    return interfaces().stream()
        .flatMap(one -> one.addresses().stream())
        .findFirst()
        .map(address -> new Endpoint(address, endpoint.port()))
        .orElse(endpoint);
  }

  private String onInterface(HostAddress address) throws InterruptedException {
    return interfaces().stream()
        .filter(one -> one.addresses().contains(address))
        .findFirst()
        .map(one -> " (" + DisplayText.escape(one.name()) + ")")
        .orElse("");
  }

  private List<LocalInterface> interfaces() throws InterruptedException {
    return device.listPossibleConnections().list(Duration.ZERO).interfaces();
  }
}
