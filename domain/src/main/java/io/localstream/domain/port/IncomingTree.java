package io.localstream.domain.port;

import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.StreamRanges;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is arriving, as one stream of bytes in the order of its manifest. Several threads may write
 * at different offsets.
 */
public interface IncomingTree extends AutoCloseable {
  /** Where it will be, for people. */
  String describe();

  /** The folder or the file that a person named, from anywhere on this machine. */
  FileReference destination();

  /**
   * What need not come: it is there from an earlier transfer, or is not wanted, because of what
   * exists here already or can't be created here. The same as long as the tree is open.
   */
  StreamRanges stored();

  /**
   * Stores bytes at their place. What is not wanted is dropped.
   *
   * @throws IllegalArgumentException when they do not lie within the manifest's stream
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SPACE}; {@code
   *     NO_PERMISSION}; {@code READ_ONLY}; {@code FILE_MISSING}: the folder is not there any more;
   *     {@code FILE_NAME_UNSAFE}: it can't have that name there; {@code FILE_UNWRITABLE}: anything
   *     else
   */
  void write(long streamOffset, ByteBuffer data);

  /**
   * What is written of an entry from now on only stands for its content: no {@link #checkpoint}
   * notes it, so that it comes again in another transfer. The places count from 0.
   */
  void distrust(int entry);

  /** Whether an entry is to be made visible: it can be created here, and is not kept away. */
  boolean isWanted(int entry);

  /**
   * What became of names at the destination, as far as it was known before anything was written;
   * the same as long as the tree is open, and after that.
   */
  NameReport names();

  /**
   * Fills {@code destination} with bytes of the stream that were written, or were there before.
   *
   * @param destination a heap buffer; what remains in it must lie within files that are wanted
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_UNWRITABLE}: what was
   *     stored can't be read back
   */
  void read(long streamOffset, ByteBuffer destination);

  /**
   * Forces to disk what was written before, and notes that: whatever happens afterwards, another
   * transfer can go on with it. Others may write meanwhile.
   *
   * @return how much of the stream need not be sent again from now on, in bytes
   * @throws io.localstream.domain.failure.LocalStreamException as {@link #write}
   */
  long checkpoint();

  /**
   * Forces everything to disk and then makes it visible under the final names, each file
   * atomically, with its modification time and permissions. Call once, when all bytes are written.
   * What can't be made visible alone does not stop the rest.
   *
   * @param spoilt what is not to become visible
   * @throws io.localstream.domain.failure.LocalStreamException nothing at all could be made
   *     visible: {@code FILE_EXISTS} (the name was taken meanwhile, and what is there is left
   *     alone), or as {@link #write}
   */
  Arrival commit(MissingEntries spoilt);

  /**
   * What another transfer can go on with, as far as a {@link #checkpoint} has noted it; the same
   * after {@link #close}. Empty where nothing is noted, and after {@link #discard} or a {@link
   * #commit} that made all visible; what else has come may be kept.
   */
  Optional<Remains> remains();

  /** Removes what was not committed, and nothing else. Idempotent; never throws. */
  void discard();

  /**
   * Keeps what a {@link #checkpoint} has noted, for another transfer to go on with, and removes the
   * rest. Idempotent, nothing after {@link #commit} or {@link #discard}; never throws.
   */
  @Override
  void close();

  /**
   * What is left of a transfer that broke.
   *
   * @param place where it is kept
   * @param bytes of the stream that need not be sent again, more than 0
   */
  record Remains(FileReference place, long bytes) {}

  /**
   * What came of it.
   *
   * @param saved where the files and the outermost folders are now; nothing that is in a folder of
   *     the transfer
   * @param keptEntries of which something exists here already that was left alone, as the
   *     destination says
   * @param missingEntries what could not be made visible
   */
  record Arrival(List<FileReference> saved, EntrySet keptEntries, MissingEntries missingEntries) {
    public Arrival {
      saved = List.copyOf(saved);
      Objects.requireNonNull(keptEntries);
      Objects.requireNonNull(missingEntries);
    }

    /** The same, where these are missing, too. */
    public Arrival lacking(MissingEntries more) {
      return new Arrival(saved, keptEntries, missingEntries.and(more));
    }

    /** How many were left alone. */
    public int kept() {
      return keptEntries.size();
    }

    /** What could not be made visible, in the order of the manifest. */
    public List<MissingEntry> missing() {
      return missingEntries.all();
    }
  }
}
