package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is arriving: hidden, beside its final name, for its owner only. Several threads may
 * write; the rest is for one thread.
 */
final class PartialFile {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);
  private static final String ENDING = ".localstream-part";
  private static final int ID_CHARS = 13;
  private static final int MAX_TRIES = 100;

  private final Path path;
  private final Path target;
  private final ManifestEntry entry;
  private final FileChannel channel;
  private final @Nullable Object key;
  private boolean discarded;

  private PartialFile(
      Path path, Path target, ManifestEntry entry, FileChannel channel, @Nullable Object key) {
    this.path = path;
    this.target = target;
    this.entry = entry;
    this.channel = channel;
    this.key = key;
  }

  /** A short name for the partial of one file: the final name may be as long as names can be. */
  static String name(TransferId transfer, int file) {
    return "." + transfer.toString().substring(0, ID_CHARS) + "-" + file;
  }

  /** Creates it beside its target, under a name that nothing has. */
  static PartialFile create(String name, Path target, ManifestEntry entry) {
    try {
      for (int tries = 0; tries < MAX_TRIES; tries++) {
        String unique = tries == 0 ? name : name + "~" + tries;
        try {
          return create(target.resolveSibling(unique + ENDING), target, entry);
        } catch (FileAlreadyExistsException _) {
          // Left by an earlier attempt that was killed, or somebody else's: leave it alone.
        }
      }
      throw new FileAlreadyExistsException(name + ENDING);
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  private static PartialFile create(Path path, Path target, ManifestEntry entry)
      throws IOException {
    ManifestEntry adapted =
        new ManifestEntry(
            entry.path(),
            entry.sizeBytes(),
            entry.modified(),
            Permissions.ofNewFile(path, entry.permissions()));
    FileChannel channel = FileChannel.open(path, NEW, Permissions.ownerOnly(path));
    try {
      return new PartialFile(path, target, adapted, channel, key(path));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  Path target() {
    return target;
  }

  /** Writes what remains in the buffer at that position of the file. */
  void write(long position, ByteBuffer buffer) {
    try {
      long next = position;
      while (buffer.hasRemaining()) {
        next += channel.write(buffer, next);
      }
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  /** Gives it its size, permissions and time, and brings it to disk; it can't be written after. */
  void finish() {
    try (channel) {
      if (channel.size() != entry.sizeBytes()) {
        throw new IllegalStateException("not every byte was written");
      }
      Permissions.set(path, entry.permissions());
      Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(FileTime.from(entry.modified()), null, null);
      channel.force(true);
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  /** Makes it visible under its final name, and tells that name. */
  Path publish(ExistingFile ifExists) {
    try {
      return Publication.publish(path, target, ifExists);
    } catch (FileAlreadyExistsException _) {
      throw Targets.taken(target, "was created meanwhile and is left alone; receive it elsewhere");
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  /** Removes it, once, unless something else has its name by now. */
  void discard() {
    if (discarded) {
      // A later attempt may have the same name, and even the same place on the disk.
      return;
    }
    discarded = true;
    try {
      channel.close();
      if (Objects.equals(key(path), key)) {
        Files.deleteIfExists(path);
      }
    } catch (IOException _) {
      // It is gone, or it can't be removed: nobody could do more about it.
    }
  }

  /** Tells one file from every other that is there at the same time. */
  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }
}
