package io.localstream.adapters.socket;

import io.localstream.domain.message.NamesTold;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.RelativePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the message about names at the destination. */
final class NameMessages {
  private static final String ENTRY = "entry";
  private static final String LEFT_OUT = "leftOut";
  private static final String SAVED = "saved";

  private NameMessages() {}

  static void write(NamesTold message, ObjectNode object) {
    TransferMessages.putTransfer(message.transfer(), object);
    if (!message.leftOut().isEmpty()) {
      ArrayNode leftOut = object.putArray(LEFT_OUT);
      message
          .leftOut()
          .forEach((entry, why) -> leftOut.addObject().put(ENTRY, entry).put("reason", word(why)));
    }
    if (!message.saved().isEmpty()) {
      ArrayNode saved = object.putArray(SAVED);
      message
          .saved()
          .forEach((entry, path) -> saved.addObject().put(ENTRY, entry).put("path", path.value()));
    }
  }

  static NamesTold names(Fields fields) {
    return NamesTold.of(
        fields.transfer("transfer"),
        byEntry(
            fields.optionalObjects(
                LEFT_OUT, each -> Map.entry(each.integer(ENTRY), fault(each.text("reason"))))),
        byEntry(
            fields.optionalObjects(
                SAVED,
                each -> Map.entry(each.integer(ENTRY), new RelativePath(each.text("path"))))));
  }

  private static <T> Map<Integer, T> byEntry(List<Map.Entry<Integer, T>> each) {
    Map<Integer, T> entries = new TreeMap<>();
    each.forEach(one -> {
      if (entries.put(one.getKey(), one.getValue()) != null) {
        throw new IllegalArgumentException("an entry is named twice");
      }
    });
    return entries;
  }

  private static String word(NameFault why) {
    return why.name().toLowerCase(Locale.ROOT);
  }

  /** Whatever a later version calls it, the destination did not hold the name. */
  private static NameFault fault(String word) {
    return Arrays.stream(NameFault.values())
        .filter(fault -> word(fault).equals(word))
        .findFirst()
        .orElse(NameFault.CHARACTER);
  }
}
