package io.localstream.domain.transfer;

import java.util.List;

/**
 * What of the folders that are sent is sent.
 *
 * @param excludes patterns as in a .gitignore, of what is left out, as {@link IgnoreRules} reads
 *     them; a {@code #} begins no comment
 * @param gitIgnore whether what the .gitignore files in the folders name is left out, and {@code
 *     .git}
 * @param followLinks whether what a symbolic link leads to is sent in its place
 * @param strict whether a file that grows while it is sent counts as changed, wherever it lies
 */
public record Selection(
    List<String> excludes, boolean gitIgnore, boolean followLinks, boolean strict) {
  /** Everything, links as links. */
  public static final Selection ALL = new Selection(List.of(), false, false);

  public Selection {
    excludes = List.copyOf(excludes);
  }

  /** One in which a file may grow: what was there at the start is sent. */
  public Selection(List<String> excludes, boolean gitIgnore, boolean followLinks) {
    this(excludes, gitIgnore, followLinks, false);
  }
}
