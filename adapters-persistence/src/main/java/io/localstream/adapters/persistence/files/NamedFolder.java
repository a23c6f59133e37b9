package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Opens what a person named, once, so that everything else can be done from there. A local user who
 * owns a folder on the way to it can turn that into a link at any moment. So links are followed
 * only if they belong to root or to this user, and what was opened must lie in the folders that
 * were looked at: a folder that is open tells its own parents, whatever a path says.
 */
final class NamedFolder {
  /** As Linux has it (path_resolution(7)). */
  private static final int MAX_LINKS = 40;

  private static final Path SELF = Path.of("/proc/self");
  private static final String PARENT = "..";

  private final Path named;
  private int links;

  private NamedFolder(Path named) {
    this.named = named;
  }

  /**
   * Opens it.
   *
   * @throws FileSystemException another user has a link on the way, or changed the way meanwhile
   */
  static FolderAccess open(Path folder) throws IOException {
    try {
      return proved(folder, FolderAccess.of(folder));
    } catch (AccessDeniedException _) {
      // Files can be put into a folder that can't be listed, by its path only.
      return new FolderAccess.Named(folder);
    }
  }

  private static FolderAccess proved(Path folder, FolderAccess access) throws IOException {
    boolean proved = false;
    try {
      if (access instanceof FolderAccess.Held) {
        prove(folder, name -> access.view(name, BasicFileAttributeView.class).readAttributes());
      }
      proved = true;
      return access;
    } finally {
      if (!proved) {
        access.close();
      }
    }
  }

  /** Looks at something by its path from a folder that is open. */
  @FunctionalInterface
  interface View {
    BasicFileAttributes of(String relative) throws IOException;
  }

  /**
   * Makes sure that a folder that is open is the one that was named.
   *
   * @throws FileSystemException as {@link #open}
   */
  static void prove(Path folder, View opened) throws IOException {
    NamedFolder walk = new NamedFolder(folder.toAbsolutePath());
    walk.requireWay(opened, walk.withoutLinks());
  }

  /**
   * Finds where a path leads.
   *
   * @throws FileSystemException another user has a link on the way
   */
  static Path resolve(Path path) throws IOException {
    return new NamedFolder(path.toAbsolutePath()).withoutLinks();
  }

  /** The path with every link replaced by what it says. */
  private Path withoutLinks() throws IOException {
    Deque<Path> ahead = new ArrayDeque<>();
    push(named, ahead);
    Path at = named.getRoot();
    while (!ahead.isEmpty()) {
      Path name = ahead.pop();
      Path next = at.resolve(name);
      if (name.toString().equals(PARENT)) {
        at = Objects.requireNonNullElse(at.getParent(), at);
      } else if (Files.isSymbolicLink(next)) {
        Path target = target(next);
        push(target, ahead);
        at = Objects.requireNonNullElse(target.getRoot(), at);
      } else {
        at = next;
      }
    }
    return at;
  }

  private static void push(Path way, Deque<Path> ahead) {
    for (int name = way.getNameCount() - 1; name >= 0; name--) {
      ahead.push(way.getName(name));
    }
  }

  private Path target(Path link) throws IOException {
    UserPrincipal owner = Files.getOwner(link, LinkOption.NOFOLLOW_LINKS);
    if (Files.exists(SELF)
        && !owner.equals(Files.getOwner(SELF))
        && !owner.equals(Files.getOwner(named.getRoot()))) {
      throw new FileSystemException(named.toString(), null, link + " is a link of another user");
    }
    if (++links > MAX_LINKS) {
      throw new FileSystemException(named.toString(), null, "too many links lead to it");
    }
    return Files.readSymbolicLink(link);
  }

  private void requireWay(View opened, Path way) throws IOException {
    String up = ".";
    for (Path at = way; at != null; at = at.getParent()) {
      BasicFileAttributes seen =
          Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!Objects.equals(seen.fileKey(), opened.of(up).fileKey())) {
        throw new FileSystemException(
            named.toString(), null, "another folder was put in its place");
      }
      up = up.equals(".") ? PARENT : up + "/" + PARENT;
    }
  }
}
