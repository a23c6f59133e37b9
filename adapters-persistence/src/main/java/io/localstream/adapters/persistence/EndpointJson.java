package io.localstream.adapters.persistence;

import io.localstream.domain.network.Endpoint;
import tools.jackson.databind.node.ObjectNode;

/** An endpoint as a JSON object with host and port. */
final class EndpointJson {
  private EndpointJson() {}

  static void write(Endpoint endpoint, ObjectNode into) {
    into.put("host", endpoint.host().value());
    into.put("port", endpoint.port());
  }

  static Endpoint read(JsonFields from) {
    return Endpoint.of(from.text("host"), from.number("port"));
  }
}
