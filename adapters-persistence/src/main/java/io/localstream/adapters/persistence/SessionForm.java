package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferSummary;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A session as JSON. */
final class SessionForm implements JsonForm<Session> {
  @Override
  public String name() {
    return "session";
  }

  @Override
  public int maxBytes() {
    return 1 << 20;
  }

  @Override
  public void write(Session session, ObjectNode into) {
    into.put("id", session.id().toString());
    DeviceJson.write(session.peer(), into.putObject("peer"));
    EndpointJson.write(session.connection(), into.putObject("connection"));
    into.put("side", session.side().name());
    EndpointJson.write(session.remote(), into.putObject("remote"));
    into.put("since", session.since().toString());
    session.endedAt().ifPresent(end -> into.put("endedAt", end.toString()));
    into.put("restorable", session.restorable());
    session.secret().ifPresent(secret -> into.put("sealedSecret", encode(secret)));
    ArrayNode transfers = into.putArray("transfers");
    session.transfers().forEach(transfer -> write(transfer, transfers.addObject()));
  }

  private static void write(TransferSummary transfer, ObjectNode into) {
    into.put("id", transfer.id().toString());
    into.put("direction", transfer.direction().name());
    into.put("title", transfer.title());
    into.put("files", transfer.files());
    into.put("totalBytes", transfer.totalBytes());
    into.put("since", transfer.since().toString());
    transfer.failure().ifPresent(failure -> into.put("failure", failure.name()));
  }

  @Override
  public Session read(JsonFields from) {
    Optional<Instant> endedAt = from.optionalText("endedAt").map(Instant::parse);
    return new Session(
        new SessionId(UUID.fromString(from.text("id"))),
        DeviceJson.read(from.object("peer")),
        EndpointJson.read(from.object("connection")),
        Side.valueOf(from.text("side")),
        EndpointJson.read(from.object("remote")),
        from.instant("since"),
        endedAt,
        from.optionalFlag("restorable").orElse(endedAt.isEmpty()),
        from.optionalText("sealedSecret").map(SessionForm::decode),
        from.list("transfers", SessionForm::readTransfer));
  }

  private static String encode(SealedSecret secret) {
    return Base64.getEncoder().encodeToString(secret.sealed());
  }

  private static SealedSecret decode(String text) {
    return new SealedSecret(Base64.getDecoder().decode(text));
  }

  private static TransferSummary readTransfer(JsonFields from) {
    return new TransferSummary(
        new TransferId(UUID.fromString(from.text("id"))),
        Transfer.Direction.valueOf(from.text("direction")),
        from.text("title"),
        from.number("files"),
        from.longNumber("totalBytes"),
        from.instant("since"),
        from.optionalText("failure").map(FailureCode::valueOf));
  }
}
