package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.ListeningAddresses;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says where this device listens, and how it is reached there. */
final class ConnectionText {
  private static final String ZONE = "%INTERFACE";
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private final RunningDevice device;

  ConnectionText(RunningDevice device) {
    this.device = device;
  }

  /** For example {@code listening on 192.168.1.7:8080 (eth0), at most 1 peer}. */
  String listening(Connection connection) throws InterruptedException {
    List<String> places = new ArrayList<>();
    for (Endpoint endpoint : connection.endpoints()) {
      places.add(endpoint + onInterface(endpoint.host()));
    }
    return "listening on "
        + String.join(" and ", places)
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

  /**
   * What the other side may type to reach this connection, for example {@code 192.168.1.7:8080 or
   * 10.0.0.7:8080}.
   *
   * @param form writes one endpoint
   */
  String reachable(Connection connection, Function<Endpoint, String> form)
      throws InterruptedException {
    List<Endpoint> places = new ArrayList<>();
    for (Endpoint endpoint : connection.endpoints()) {
      places.addAll(reachable(endpoint));
    }
    if (places.isEmpty()) {
      return "nothing yet: no network interface is up here";
    }
    String hint =
        places.stream()
            .map(ConnectionText::withoutOwnZone)
            .map(form)
            .collect(Collectors.joining(" or "));
    return hint.contains(ZONE) ? hint + " (INTERFACE is the network interface there)" : hint;
  }

  private List<Endpoint> reachable(Endpoint endpoint) throws InterruptedException {
    if (!EVERY_ADDRESS.contains(endpoint.host().value())) {
      return List.of(endpoint);
    }
    List<LocalInterface> interfaces = interfaces();
    return interfaces.isEmpty()
        ? List.of()
        : ListeningAddresses.of(interfaces).stream()
            .map(address -> new Endpoint(address, endpoint.port()))
            .toList();
  }

  /** A zone of this machine means nothing on another one (RFC 4007, section 6). */
  private static Endpoint withoutOwnZone(Endpoint endpoint) {
    String host = endpoint.host().value();
    int zone = host.indexOf('%');
    return zone < 0 ? endpoint : Endpoint.of(host.substring(0, zone) + ZONE, endpoint.port());
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
