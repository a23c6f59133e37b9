package io.localstream.domain.transfer;

/** One line of gitignore(5), without comments. Immutable. */
final class IgnorePattern {
  private final boolean takesIn;
  private final boolean onlyFolders;

  /** Whether it speaks of a path; otherwise of a name, wherever it is. */
  private final boolean anchored;

  private final Wildcards wildcards;

  IgnorePattern(String line) {
    takesIn = line.startsWith("!");
    String rest = takesIn ? line.substring(1) : line;
    onlyFolders = rest.endsWith("/");
    String pattern = onlyFolders ? rest.substring(0, rest.length() - 1) : rest;
    anchored = pattern.indexOf('/') >= 0;
    wildcards =
        new WildcardParser(pattern.startsWith("/") ? pattern.substring(1) : pattern).parse();
  }

  /** Whether what it fits is sent in spite of what was said before. */
  boolean takesIn() {
    return takesIn;
  }

  boolean matches(String path, boolean isFolder) {
    return (isFolder || !onlyFolders)
        && wildcards.match(anchored ? path : path.substring(path.lastIndexOf('/') + 1));
  }
}
