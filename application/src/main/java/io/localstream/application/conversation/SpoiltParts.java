package io.localstream.application.conversation;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.SpoiltReason;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a transfer could not be read, as messages and from messages. */
final class SpoiltParts {
  private SpoiltParts() {}

  /** The messages, none where nothing is spoilt. */
  static List<ControlMessage> of(TransferId transfer, Map<Integer, MissingEntry> spoilt) {
    List<ControlMessage> parts = new ArrayList<>();
    Map<Integer, SpoiltReason> part = new HashMap<>();
    for (Map.Entry<Integer, MissingEntry> each : spoilt.entrySet()) {
      part.put(each.getKey(), reason(each.getValue().reason()));
      if (part.size() == ControlMessage.Spoilt.MAX_ENTRIES) {
        parts.add(new ControlMessage.Spoilt(transfer, part));
        part.clear();
      }
    }
    if (!part.isEmpty()) {
      parts.add(new ControlMessage.Spoilt(transfer, part));
    }
    return parts;
  }

  private static SpoiltReason reason(FailureCode code) {
    if (code == FailureCode.FILE_MISSING) {
      return SpoiltReason.GONE;
    }
    return code == FailureCode.FILE_CHANGED ? SpoiltReason.CHANGED : SpoiltReason.UNREADABLE;
  }

  /**
   * What the receiver's person is told.
   *
   * @param target where it would be
   * @param sender its name, safe to show
   */
  static MissingEntry missing(String target, SpoiltReason reason, String sender) {
    String path = DisplayText.escape(target);
    return switch (reason) {
      case GONE ->
          new MissingEntry(path, FailureCode.FILE_MISSING, "is not there any more on " + sender);
      case UNREADABLE ->
          new MissingEntry(path, FailureCode.FILE_UNREADABLE, "can't be read on " + sender);
      case CHANGED ->
          new MissingEntry(
              path, FailureCode.FILE_CHANGED, "changed on " + sender + " while it was sent");
    };
  }
}
