package io.localstream.adapters.socket;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.SpoiltReason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the messages about the files of a transfer. */
final class EntryMessages {
  static final String ENTRIES = "entries";
  private static final String FOLDER = "folder";
  private static final String LINK = "link";

  private EntryMessages() {}

  static void write(ControlMessage.Entries message, ObjectNode object) {
    TransferMessages.putTransfer(message.transfer(), object);
    ArrayNode entries = object.putArray(ENTRIES);
    message.entries().forEach(entry -> write(entry, entries.addObject()));
  }

  private static void write(ManifestEntry entry, ObjectNode into) {
    into.put("path", entry.path().value()).put("modified", entry.modified().toString());
    switch (entry) {
      case ManifestEntry.File file ->
          into.put("size", file.sizeBytes()).put("permissions", file.permissions());
      case ManifestEntry.Folder folder ->
          into.put("kind", FOLDER).put("permissions", folder.permissions());
      case ManifestEntry.Link link -> into.put("kind", LINK).put("target", link.target().value());
    }
  }

  static ControlMessage.Entries entries(Fields fields) {
    return new ControlMessage.Entries(
        fields.transfer("transfer"), fields.objects(ENTRIES, EntryMessages::entry));
  }

  static ManifestEntry entry(Fields fields) {
    RelativePath path = new RelativePath(fields.text("path"));
    return switch (fields.optionalText("kind").orElse("file")) {
      case "file" ->
          new ManifestEntry.File(
              path,
              fields.longInteger("size"),
              fields.instant("modified"),
              fields.integer("permissions"));
      case FOLDER ->
          new ManifestEntry.Folder(path, fields.instant("modified"), fields.integer("permissions"));
      case LINK ->
          new ManifestEntry.Link(
              path, new LinkTarget(fields.text("target")), fields.instant("modified"));
      default -> throw new IllegalArgumentException("there is no such kind of entry");
    };
  }

  static void write(ControlMessage.Spoilt message, ObjectNode object) {
    TransferMessages.putTransfer(message.transfer(), object);
    ArrayNode entries = object.putArray(ENTRIES);
    message
        .entries()
        .forEach((entry, reason) ->
            entries
                .addObject()
                .put("entry", entry)
                .put("reason", reason.name().toLowerCase(Locale.ROOT)));
  }

  static ControlMessage.Spoilt spoilt(Fields fields) {
    SpoiltEntries entries = new SpoiltEntries();
    fields.objects(ENTRIES, Function.identity()).forEach(entries::add);
    return entries.message(fields);
  }

  /** The entries of a message, one by one. */
  static final class SpoiltEntries {
    private final Map<Integer, SpoiltReason> entries = new HashMap<>();

    void add(Fields fields) {
      if (entries.put(fields.integer("entry"), reason(fields)) != null) {
        throw new IllegalArgumentException("an entry is named twice");
      }
    }

    private static SpoiltReason reason(Fields fields) {
      return switch (fields.text("reason")) {
        case "gone" -> SpoiltReason.GONE;
        case "changed" -> SpoiltReason.CHANGED;
        // Whatever a later version calls it, the file is of no use.
        default -> SpoiltReason.UNREADABLE;
      };
    }

    /** The message that they are of, whose other fields those are. */
    ControlMessage.Spoilt message(Fields fields) {
      return new ControlMessage.Spoilt(fields.transfer("transfer"), entries);
    }
  }
}
