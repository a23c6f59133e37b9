package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A little space that a transfer takes at its beginning and gives back when the disk is full: what
 * has come by then can be noted in it. For one thread.
 */
final class Reserve {
  static final String NAME = "reserve";

  /** With less than that nobody would go on. */
  private static final long WORTHWHILE_BYTES = 4 << 20;

  private static final int JOURNAL_BYTES = 64 << 10;

  /** More than an entry takes beside its texts. */
  private static final int ENTRY_BYTES = 48;

  private static final int PIECE_BYTES = 64 << 10;

  private final PartFolder folder;

  Reserve(PartFolder folder) {
    this.folder = folder;
  }

  /** How much it should be. */
  static long bytes(Manifest manifest) {
    if (manifest.totalBytes() < WORTHWHILE_BYTES) {
      return 0;
    }
    long bytes = JOURNAL_BYTES;
    for (int entry = 0; entry < manifest.size(); entry++) {
      bytes += ENTRY_BYTES + manifest.textBytes(entry);
    }
    return bytes;
  }

  /** Takes it, as far as there is any: who has none left can do without. */
  void take(long bytes) {
    if (bytes == 0) {
      return;
    }
    try (FileChannel channel = folder.create(NAME)) {
      ByteBuffer zeros = ByteBuffer.allocate(PIECE_BYTES);
      for (long left = bytes; left > 0; left -= PIECE_BYTES) {
        channel.write(zeros.clear().limit((int) Math.min(left, PIECE_BYTES)));
      }
    } catch (IOException _) {
      // It is there from an earlier transfer, or the disk is full at once: that shows soon enough.
    }
  }

  /** Gives it back; whether there was any. */
  boolean release() {
    try {
      folder.delete(NAME);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
