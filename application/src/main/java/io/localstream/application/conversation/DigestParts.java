package io.localstream.application.conversation;

import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Digests;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayList;
import java.util.List;

/** Digests as messages. */
final class DigestParts {
  private DigestParts() {}

  /** The messages, in order; one without digests where there are none: a sign of life. */
  static List<ControlMessage> of(TransferId transfer, List<ContentDigest> digests) {
    List<ControlMessage> parts = new ArrayList<>();
    int start = 0;
    do {
      int end = Math.min(digests.size(), start + Digests.MAX_FILES);
      parts.add(new Digests(transfer, digests.subList(start, end)));
      start = end;
    } while (start < digests.size());
    return parts;
  }
}
