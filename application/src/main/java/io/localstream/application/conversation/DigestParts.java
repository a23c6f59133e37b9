package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Digests;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Digests as messages, none of which is smaller than it need be. For one thread. */
final class DigestParts {
  private final TransferId transfer;
  private final Consumer<ControlMessage> line;
  private final List<ContentDigest> waiting = new ArrayList<>();

  DigestParts(TransferId transfer, Consumer<ControlMessage> line) {
    this.transfer = transfer;
    this.line = line;
  }

  /** Sends these, but for those that do not fill a message yet. */
  void add(List<ContentDigest> digests) {
    for (ContentDigest digest : digests) {
      waiting.add(digest);
      if (waiting.size() == Digests.MAX_FILES) {
        flush();
      }
    }
  }

  /** Sends the rest. */
  void flush() {
    if (!waiting.isEmpty()) {
      line.accept(new Digests(transfer, waiting));
      waiting.clear();
    }
  }
}
