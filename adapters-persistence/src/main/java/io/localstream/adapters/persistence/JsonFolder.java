package io.localstream.adapters.persistence;

import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Documents of one kind in a folder of the home, each in a file {@code UUID.json}, so that a change
 * of one costs as much however many there are. A reader takes no lock; all changes are made under
 * one of the folder. Safe for several threads and processes.
 */
final class JsonFolder<T> {
  private static final String ENDING = ".json";

  /** A line for each of many would hide everything else. */
  private static final int MAX_TOLD = 3;

  private final LocalStreamHome home;
  private final String name;
  private final JsonEnvelope<T> envelope;

  /**
   * @param name of the folder
   */
  JsonFolder(LocalStreamHome home, String name, JsonForm<T> form) {
    this.home = home;
    this.name = name;
    this.envelope = new JsonEnvelope<>(form);
  }

  Optional<T> read(UUID id) {
    return Uninterrupted.call(() -> envelope.read(file(id)));
  }

  /** Everything that is there and can be read, in no order; what can't be is told once. */
  List<T> readAll() {
    return Uninterrupted.call(() -> {
      List<T> found = new ArrayList<>();
      List<String> damaged = new ArrayList<>();
      for (UUID id : names()) {
        try {
          // What is removed meanwhile is not there.
          envelope.read(file(id)).ifPresent(found::add);
        } catch (LocalStreamException e) {
          damaged.add(e.getMessage());
        }
      }
      tell(damaged);
      return found;
    });
  }

  private void tell(List<String> damaged) {
    damaged.stream().limit(MAX_TOLD).forEach(home::tellOnce);
    int more = damaged.size() - MAX_TOLD;
    if (more > 0) {
      home.tellOnce(more + " more files in the folder " + name + " can't be read");
    }
  }

  /**
   * Adds or replaces one; what is there and can't be read is not replaced.
   *
   * @return how many there are now, if this one was not there before
   */
  Optional<Integer> write(UUID id, T value) {
    return Uninterrupted.call(() -> {
      StoredFile file = file(id);
      return file.exclusively(() -> {
        Optional<T> before = envelope.readOrKeepAside(file);
        if (!before.equals(Optional.of(value))) {
          envelope.write(file, value);
        }
        return before.isPresent() ? Optional.<Integer>empty() : Optional.of(names().size());
      });
    });
  }

  /**
   * Adds one unless it is there.
   *
   * @return how many there are now
   */
  int add(UUID id, T value) {
    return Uninterrupted.call(() -> {
      StoredFile file = file(id);
      return file.exclusively(() -> {
        if (envelope.readOrKeepAside(file).isEmpty()) {
          envelope.write(file, value);
        }
        return names().size();
      });
    });
  }

  /** Removes those that are there. */
  void remove(List<UUID> ids) {
    Uninterrupted.call(() -> {
      for (UUID id : ids) {
        StoredFile file = file(id);
        file.exclusively(() -> {
          // A damaged one is refused like everywhere.
          envelope.readOrKeepAside(file).ifPresent(_ -> file.delete());
          return id;
        });
      }
      return ids;
    });
  }

  private StoredFile file(UUID id) {
    return home.file(name, id + ENDING);
  }

  /** Locks, what is being written, and copies of what was damaged have other names. */
  private List<UUID> names() {
    Path folder = home.folder(name).path();
    try {
      return names(folder);
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw StoredFile.unavailable(folder, "can't be read", e);
    }
  }

  private static List<UUID> names(Path folder) throws IOException {
    List<UUID> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        id(Objects.toString(file.getFileName())).ifPresent(names::add);
      }
      return names;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static Optional<UUID> id(String file) {
    String text = file.substring(0, file.length() - ENDING.length());
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
