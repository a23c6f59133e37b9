package io.localstream.adapters.persistence;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What runs, in a file {@code running/UUID.json} for each program. The program holds a lock on
 * {@code running/UUID.alive} as long as it lives: where nobody holds it, both files are removed by
 * the next program that looks. Safe for several threads and processes.
 */
public final class JsonRunningTransfers implements RunningTransfers {
  private static final String FOLDER = "running";
  private static final String ALIVE = ".alive";

  private final LocalStreamHome home;
  private final JsonFolder<List<RunningTransfer>> folder;
  private final UUID program;
  private @Nullable FileChannel alive;

  public JsonRunningTransfers(LocalStreamHome home) {
    this(home, UUID.randomUUID());
  }

  JsonRunningTransfers(LocalStreamHome home, UUID program) {
    this.home = home;
    this.program = program;
    folder = new JsonFolder<>(home, FOLDER, new RunningForm());
  }

  @Override
  public synchronized void tell(List<RunningTransfer> running) {
    try {
      if (running.isEmpty()) {
        leave();
      } else {
        live();
        Optional<Integer> _ = folder.write(program, running);
      }
    } catch (LocalStreamException | IOException _) {
      // A home that can't be written to, or a full disk: the others see nothing of it.
    }
  }

  private void live() throws IOException {
    if (alive == null) {
      Path file = file(program);
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
              OwnerOnly.onCreatingFile(file));
      if (channel.tryLock() == null) {
        channel.close();
        throw new IOException("a new file is locked");
      }
      alive = channel;
    }
  }

  private void leave() throws IOException {
    FileChannel channel = alive;
    if (channel != null) {
      alive = null;
      folder.remove(List.of(program));
      Files.deleteIfExists(file(program));
      channel.close();
    }
  }

  private Path file(UUID of) {
    return home.folder(FOLDER).path().resolve(of + ALIVE);
  }

  @Override
  public List<RunningTransfer> others() {
    List<RunningTransfer> running = new ArrayList<>();
    try {
      for (UUID other : programs()) {
        if (!other.equals(program)) {
          running.addAll(of(other));
        }
      }
    } catch (LocalStreamException | IOException _) {
      // What can't be read is left out.
    }
    return running;
  }

  private List<UUID> programs() throws IOException {
    List<UUID> programs = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(home.folder(FOLDER).path(), "*" + ALIVE)) {
      for (Path file : files) {
        String name = Objects.toString(file.getFileName());
        try {
          programs.add(UUID.fromString(name.substring(0, name.length() - ALIVE.length())));
        } catch (IllegalArgumentException _) {
          // Not one of ours.
        }
      }
    }
    return programs;
  }

  private List<RunningTransfer> of(UUID other) throws IOException {
    Path file = file(other);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (isHeld(channel)) {
        return folder.read(other).orElse(List.of());
      }
      folder.remove(List.of(other));
      Files.deleteIfExists(file);
      return List.of();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private static boolean isHeld(FileChannel channel) throws IOException {
    try (FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException _) {
      // By this process, for another device of it.
      return true;
    }
  }
}
