package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can be restored, and what was. */
public final class RestoreText {
  private RestoreText() {}

  /** For example {@code connections 8080, 9000; peers anna, ben}. */
  public static String plan(KeepSessions.Plan plan) {
    List<String> parts = new ArrayList<>();
    String ports =
        plan.connections().stream()
            .map(saved -> Integer.toString(saved.endpoint().port()))
            .collect(Collectors.joining(", "));
    if (!ports.isEmpty()) {
      parts.add((plan.connections().size() == 1 ? "connection " : "connections ") + ports);
    }
    String peers = names(plan.sessions());
    if (!peers.isEmpty()) {
      parts.add((plan.sessions().size() == 1 ? "peer " : "peers ") + peers);
    }
    return String.join("; ", parts);
  }

  /** What is open again and what is not yet; failures are told apart. */
  public static List<String> restored(KeepSessions.Restored restored) {
    List<String> lines = new ArrayList<>();
    restored
        .connections()
        .forEach(connection ->
            lines.add(
                "listening on "
                    + connection.endpoints().stream()
                        .map(Endpoint::toString)
                        .collect(Collectors.joining(" and "))
                    + " again"));
    restored
        .sessions()
        .forEach(session ->
            lines.add(
                "connected to "
                    + session.peer().name().display()
                    + " at "
                    + session.remote()
                    + " again"));
    if (!restored.away().isEmpty()) {
      lines.add("away, and tried again until they are there: " + names(restored.away()));
    }
    if (lines.isEmpty() && restored.failures().isEmpty()) {
      lines.add("there is nothing to restore");
    }
    return lines;
  }

  private static String names(List<Session> sessions) {
    return sessions.stream()
        .map(session -> session.peer().name().display())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
