package io.localstream.domain.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a folder is left out, as gitignore(5) describes it: of the patterns that fit, the last
 * one decides; what a {@link Selection} excludes comes before what is written in the folders, and a
 * deeper folder before the ones around it. What lies in a folder that is left out can't be taken in
 * again: nobody asks for it. Unlike in git, {@code ?} and {@code []} stand for a character, not for
 * a byte. Immutable.
 */
public final class IgnoreRules {
  private static final String GIT = ".git";

  private final Selection selection;
  private final List<IgnorePattern> excludes;
  private final @Nullable Level innermost;

  /** The patterns of one folder's .gitignore; the path begins at the folder that is sent. */
  private record Level(String folder, List<IgnorePattern> patterns, @Nullable Level outer) {}

  /** As the selection says; it speaks of paths that begin at a folder that is sent. */
  public IgnoreRules(Selection selection) {
    this(selection, selection.excludes().stream().map(IgnorePattern::new).toList(), null);
  }

  private IgnoreRules(
      Selection selection, List<IgnorePattern> excludes, @Nullable Level innermost) {
    this.selection = selection;
    this.excludes = excludes;
    this.innermost = innermost;
  }

  /** Whether the .gitignore files are of interest. */
  public boolean readGitIgnore() {
    return selection.gitIgnore();
  }

  /**
   * The rules for a folder in which there is a .gitignore.
   *
   * @param folder its path from the folder that is sent on, empty for that one
   */
  public IgnoreRules in(String folder, String gitIgnore) {
    List<IgnorePattern> patterns = new ArrayList<>();
    String text = gitIgnore.startsWith("\ufeff") ? gitIgnore.substring(1) : gitIgnore;
    for (String line : text.split("\n", -1)) {
      if (!line.startsWith("#")) {
        patterns.add(new IgnorePattern(trimmed(line)));
      }
    }
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return new IgnoreRules(
        selection, excludes, new Level(prefix, List.copyOf(patterns), innermost));
  }

  /** Without the spaces at the end, unless there is a back slash before one. */
  private static String trimmed(String line) {
    String whole = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    int end = 0;
    for (int i = 0; i < whole.length(); i++) {
      if (whole.charAt(i) == '\\') {
        i++;
        end = Math.min(i + 1, whole.length());
      } else if (whole.charAt(i) != ' ') {
        end = i + 1;
      }
    }
    return whole.substring(0, end);
  }

  /**
   * Whether it is left out.
   *
   * @param path from the folder that is sent on
   */
  public boolean leaveOut(String path, boolean isFolder) {
    if (selection.gitIgnore() && (path.equals(GIT) || path.endsWith("/" + GIT))) {
      return true;
    }
    Optional<IgnorePattern> decisive = last(excludes, path, isFolder);
    for (Level level = innermost; level != null && decisive.isEmpty(); level = level.outer()) {
      decisive = last(level.patterns(), path.substring(level.folder().length()), isFolder);
    }
    return decisive.isPresent() && !decisive.get().takesIn();
  }

  private static Optional<IgnorePattern> last(
      List<IgnorePattern> patterns, String path, boolean isFolder) {
    for (IgnorePattern pattern : patterns.reversed()) {
      if (pattern.matches(path, isFolder)) {
        return Optional.of(pattern);
      }
    }
    return Optional.empty();
  }
}
