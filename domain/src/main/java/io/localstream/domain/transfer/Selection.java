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
 * @param portableNames whether only names are sent that every system can hold, and tells apart
 */
public record Selection(
    List<String> excludes,
    boolean gitIgnore,
    boolean followLinks,
    boolean strict,
    boolean portableNames) {
  /** Everything, links as links. */
  public static final Selection ALL = new Selection(List.of(), false, false);

  public Selection {
    excludes = List.copyOf(excludes);
  }

  /** One in which a file may grow, and names are whatever they are. */
  public Selection(List<String> excludes, boolean gitIgnore, boolean followLinks) {
    this(excludes, gitIgnore, followLinks, false, false);
  }
}
