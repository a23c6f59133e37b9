package io.localstream.adapters.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The folder with everything that a device remembers. It is created, checked and mended on first
 * use, see {@link #open()}. Safe for several threads and processes.
 */
public final class LocalStreamHome {
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final Consumer<String> warnings;
  private final Duration lockPatience;
  private @Nullable OwnerOnlyFolder home;
  private final Map<String, OwnerOnlyFolder> folders = new HashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * Does not touch the folder yet.
   *
   * @param warnings told, one line for a person each, what was found too open and mended, and what
   *     can't be read; called on any thread
   */
  public LocalStreamHome(Path folder, Consumer<String> warnings) {
    this(folder, warnings, LOCK_PATIENCE);
  }

  LocalStreamHome(Path folder, Consumer<String> warnings, Duration lockPatience) {
    this.folder = folder.toAbsolutePath().normalize();
    this.warnings = Objects.requireNonNull(warnings);
    this.lockPatience = Objects.requireNonNull(lockPatience);
  }

  /**
   * Where the folder is unless a person says otherwise: {@code LOCALSTREAM_HOME}, or else the
   * system's place for a program's data (on Linux as in the XDG Base Directory Specification 0.8).
   */
  public static Path defaultLocation(Map<String, String> environment, Properties system) {
    return HomeLocation.find(environment, system);
  }

  /**
   * The person's home, which {@code ~} stands for: {@code HOME}, or else what the system says;
   * empty where there is none.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code STORE_UNAVAILABLE}: {@code
   *     HOME} is not text in UTF-8
   */
  public static Optional<Path> userHome(Map<String, String> environment, Properties system) {
    return HomeLocation.findUserHome(environment, system);
  }

  /**
   * Creates the folder where it is missing, and makes sure that nobody else can look into it or put
   * another in its place.
   *
   * @return the folder, without symbolic links
   * @throws io.localstream.domain.failure.LocalStreamException {@code HOME_INSECURE}: it can't be
   *     made safe, or is a folder of other things that others use; {@code STORE_UNAVAILABLE}: it
   *     can't be created or written to
   */
  public Path open() {
    return Uninterrupted.call(() -> home().path());
  }

  /** Tells a person something that stays as it is, once in the life of this object. */
  void tellOnce(String line) {
    if (told.add(line)) {
      warnings.accept(line);
    }
  }

  /** Whether what it holds can only be read. */
  boolean isReadOnly() {
    return home().isReadOnly();
  }

  private synchronized OwnerOnlyFolder home() {
    OwnerOnlyFolder opened = home;
    if (opened == null) {
      opened = OwnerOnlyFolder.open(folder, warnings);
      home = opened;
    }
    return opened;
  }

  /** A folder of the home; created, checked and mended on first use. */
  synchronized OwnerOnlyFolder folder(String name) {
    return folders.computeIfAbsent(name, home()::folder);
  }

  /** A file of the home; there need not be one yet. */
  StoredFile file(String name) {
    return new StoredFile(home(), name, lockPatience);
  }

  /** A file of the home's folder for secrets; there need not be one yet. */
  StoredFile secret(String name) {
    return new StoredFile(folder("secrets"), name, lockPatience);
  }

  /** A file of a folder of the home whose files are changed under one lock. */
  StoredFile file(String folder, String name) {
    return new StoredFile(folder(folder), name, "." + folder + ".lock", lockPatience);
  }
}
