package io.localstream.adapters.persistence.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.util.BitSet;

/**
 * Says that a transfer has begun to publish, and which of its folders were there before: what it is
 * killed in the middle of, the next one can then tell from what belongs to others.
 */
final class PublishingNote {
  static final String NAME = "publishing";
  private static final byte[] MAGIC = CheckedRecords.magic("LSPARTP", 1);

  private PublishingNote() {}

  /** The folders of the transfer that are there, by their places in the manifest. */
  static BitSet foldersThere(Landing landing) {
    BitSet there = new BitSet();
    for (int entry = 0; entry < landing.count(); entry++) {
      if (landing.manifest().isFolder(entry) && isThere(landing, entry)) {
        there.set(entry);
      }
    }
    return there;
  }

  private static boolean isThere(Landing landing, int entry) {
    try {
      return Files.exists(landing.target(entry), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  static void write(PartFolder folder, BitSet there, boolean lasting) throws IOException {
    try (FileChannel channel = folder.create(NAME)) {
      SparseWriting.writeAll(channel, 0, java.nio.ByteBuffer.wrap(MAGIC));
      SparseWriting.writeAll(channel, MAGIC.length, CheckedRecords.frame(there.toByteArray()));
      if (lasting) {
        channel.force(true);
      }
    }
  }

  /**
   * Reads it where it is there. Where it is damaged it only says that publishing has begun.
   *
   * @return the folders that were there before; all of them where nobody knows
   */
  static BitSet read(PartFolder folder, int entries) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Channels.newInputStream(folder.reopen(NAME))))) {
      CheckedRecords.requireMagic(in, MAGIC);
      return CheckedRecords.next(in)
          .map(BitSet::valueOf)
          .orElseThrow(() -> new CheckedRecords.DamagedException("it was cut off"));
    } catch (IOException _) {
      BitSet all = new BitSet();
      all.set(0, entries);
      return all;
    }
  }
}
