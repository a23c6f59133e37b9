package io.localstream.domain.message;

import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.Objects;

/**
 * The sender tells the digests of its files, read once more, where one side wants them: one for
 * each file of the manifest, in order, in as many messages as it takes.
 */
public record Digests(TransferId transfer, List<ContentDigest> files)
    implements ControlMessage.OfTransfer {
  /** In one message. */
  public static final int MAX_FILES = 4_096;

  public Digests {
    Objects.requireNonNull(transfer);
    files = List.copyOf(files);
    if (files.size() > MAX_FILES) {
      throw new IllegalArgumentException("too many digests");
    }
  }
}
