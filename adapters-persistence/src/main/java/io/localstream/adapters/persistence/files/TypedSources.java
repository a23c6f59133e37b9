package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a person named. Its path may lead through links, and be one; from what it leads to on,
 * everything is found by descriptors. For one thread.
 */
final class TypedSources {
  private static final LinkOption[] KEEP = {LinkOption.NOFOLLOW_LINKS};

  private final SourceWalk walk;
  private final HeldFolders held;

  /** The folder of the file before: files of one folder share it. */
  private @Nullable SourcePlace last;

  TypedSources(SourceWalk walk, HeldFolders held) {
    this.walk = walk;
    this.held = held;
  }

  /**
   * Adds it to what is sent.
   *
   * @param path absolute, with a last name
   * @return whether it is something that can be sent: a file or a folder
   * @throws IOException it can't be read
   */
  boolean add(Path path, RelativePath sent) throws IOException {
    BasicFileAttributes now = Permissions.read(path);
    if (now.isDirectory()) {
      addFolder(path, sent);
      return true;
    }
    if (!now.isRegularFile()) {
      return false;
    }
    SourcePlace folder = parent(path.resolveSibling(""));
    String name = String.valueOf(path.getFileName());
    BasicFileAttributes own = held.in(folder, open -> open.attributes(name, KEEP));
    if (!own.isSymbolicLink()) {
      return addFile(folder, sent, own);
    }
    Path real = NamedFolder.resolve(path);
    SourcePlace place =
        SourcePlace.ofLink(path, real, held.in(parent(real.resolveSibling("")), OpenFolder::key));
    String realName = place.nameOf(name);
    return addFile(place, sent, held.in(place, open -> open.attributes(realName, KEEP)));
  }

  private boolean addFile(SourcePlace place, RelativePath sent, BasicFileAttributes now)
      throws IOException {
    if (!now.isRegularFile()) {
      return false;
    }
    return held.in(
        place,
        folder -> {
          walk.addFile(place, folder, sent, now);
          return true;
        });
  }

  private void addFolder(Path path, RelativePath sent) throws IOException {
    SourcePlace place = open(path);
    held.in(
        place,
        folder -> {
          walk.addFolder(place, folder, sent);
          return place;
        });
  }

  private SourcePlace parent(Path path) throws IOException {
    SourcePlace parent = last;
    if (parent == null || !parent.path().equals(path)) {
      parent = open(path);
      last = parent;
    }
    return parent;
  }

  private SourcePlace open(Path path) throws IOException {
    OpenFolder folder = OpenFolder.of(path);
    boolean done = false;
    try {
      if (folder instanceof OpenFolder.Held) {
        NamedFolder.prove(path, name -> folder.attributes(name, KEEP));
      }
      SourcePlace place = SourcePlace.top(path, folder.key());
      done = true;
      held.adopt(place, folder);
      return place;
    } finally {
      if (!done) {
        folder.close();
      }
    }
  }
}
