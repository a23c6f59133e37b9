package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.NamePolicy.Unfit;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An unfinished transfer as JSON. */
final class TransferForm {
  private TransferForm() {}

  static void write(UnfinishedTransfer transfer, ObjectNode into) {
    into.put("id", transfer.id().toString());
    into.put("direction", transfer.direction().name());
    into.put("peer", transfer.peer().toString());
    into.put("peerName", transfer.peerName().value());
    into.put("title", transfer.title());
    into.put("files", transfer.files());
    into.put("totalBytes", transfer.totalBytes());
    into.put("storedBytes", transfer.storedBytes());
    into.put("since", transfer.since().toString());
    into.put("last", transfer.last().toString());
    transfer.reason().ifPresent(reason -> into.put("reason", reason.name()));
    ArrayNode places = into.putArray("places");
    transfer.places().forEach(place -> places.add(place.value()));
    transfer.remains().ifPresent(remains -> into.put("remains", remains.value()));
    write(transfer.terms(), into.putObject("terms"));
  }

  private static void write(TransferTerms terms, ObjectNode into) {
    terms.listening().ifPresent(endpoint -> write(endpoint, into.putObject("listening")));
    switch (terms) {
      case TransferTerms.Sending sending -> {
        Selection selection = sending.selection();
        write(selection.excludes(), into.putArray("excludes"));
        into.put("gitIgnore", selection.gitIgnore());
        into.put("followLinks", selection.followLinks());
        into.put("strict", selection.strict());
        into.put("portableNames", selection.portableNames());
        into.put("chunkSize", sending.chunkSize().bytes());
        into.put("verify", sending.verify());
      }
      case TransferTerms.Receiving receiving -> {
        into.put("existing", receiving.ifExists().name());
        write(receiving.only(), into.putArray("only"));
        write(receiving.excludes(), into.putArray("excludes"));
        into.put("verify", receiving.verify());
        into.put("hidden", receiving.names().takesHidden());
        into.put("names", receiving.names().unfit().name());
      }
    }
  }

  private static void write(Endpoint endpoint, ObjectNode into) {
    into.put("host", endpoint.host().value());
    into.put("port", endpoint.port());
  }

  private static void write(List<String> texts, ArrayNode into) {
    texts.forEach(into::add);
  }

  static UnfinishedTransfer read(JsonFields from) {
    return new UnfinishedTransfer(
        new TransferId(UUID.fromString(from.text("id"))),
        new DeviceId(UUID.fromString(from.text("peer"))),
        new DeviceName(from.text("peerName")),
        from.text("title"),
        from.number("files"),
        from.longNumber("totalBytes"),
        from.longNumber("storedBytes"),
        from.instant("since"),
        from.instant("last"),
        from.optionalText("reason").map(FailureCode::valueOf),
        from.texts("places").stream().map(FileReference::new).toList(),
        from.optionalText("remains").map(FileReference::new),
        terms(from));
  }

  private static TransferTerms terms(JsonFields from) {
    Transfer.Direction direction = Transfer.Direction.valueOf(from.text("direction"));
    return from.optionalObject("terms")
        .map(terms -> terms(direction, terms))
        .orElseGet(() -> usual(direction));
  }

  /** Before they were noted, nobody knew what else had been asked for. */
  private static TransferTerms usual(Transfer.Direction direction) {
    return switch (direction) {
      case SENDING ->
          new TransferTerms.Sending(Selection.ALL, ChunkSize.DEFAULT, false, Optional.empty());
      case RECEIVING ->
          new TransferTerms.Receiving(
              ExistingFile.KEEP, List.of(), List.of(), false, Optional.empty());
    };
  }

  private static TransferTerms terms(Transfer.Direction direction, JsonFields from) {
    Optional<Endpoint> listening =
        from.optionalObject("listening")
            .map(fields -> Endpoint.of(fields.text("host"), fields.number("port")));
    return switch (direction) {
      case SENDING ->
          new TransferTerms.Sending(
              new Selection(
                  from.texts("excludes"),
                  from.flag("gitIgnore"),
                  from.flag("followLinks"),
                  from.optionalFlag("strict").orElse(false),
                  from.optionalFlag("portableNames").orElse(false)),
              new ChunkSize(from.number("chunkSize")),
              from.flag("verify"),
              listening);
      case RECEIVING ->
          new TransferTerms.Receiving(
              ExistingFile.valueOf(from.text("existing")),
              from.texts("only"),
              from.texts("excludes"),
              from.flag("verify"),
              listening,
              names(from));
    };
  }

  private static NamePolicy names(JsonFields from) {
    NamePolicy names =
        NamePolicy.CAREFUL.with(from.optionalText("names").map(Unfit::valueOf).orElse(Unfit.SKIP));
    return from.optionalFlag("hidden").orElse(false) ? names.takingHidden() : names;
  }
}
