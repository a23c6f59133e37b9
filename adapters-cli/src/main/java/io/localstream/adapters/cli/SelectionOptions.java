package io.localstream.adapters.cli;

import io.localstream.domain.transfer.Selection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What of the folders that are sent is sent. */
final class SelectionOptions {
  private static final String PORTABLE = "portable";

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description =
          "leave out of folders what this fits, as in a .gitignore: '*.log', '/build', 'cache/';"
              + " may be repeated")
  private List<String> excludes = List.of();

  @Option(
      names = "--gitignore",
      description = "leave out of folders what their .gitignore files name, and .git")
  private boolean gitIgnore;

  @Option(
      names = "--follow-links",
      description = "send what the symbolic links in folders lead to, not the links")
  private boolean followLinks;

  @Option(
      names = "--strict",
      description = "fail files that grow while they are sent, for example logs")
  private boolean strict;

  @Option(
      names = "--names",
      paramLabel = "portable",
      completionCandidates = Words.class,
      description =
          "portable leaves out what some system can't hold under its name, or can't tell from"
              + " another; where not given, the receiver judges the names by its own file system")
  private Optional<String> names = Optional.empty();

  Selection selection() {
    if (names.isPresent() && !names.get().equalsIgnoreCase(PORTABLE)) {
      throw Usage.mistake("--names of a sender is portable", "help send");
    }
    return new Selection(excludes, gitIgnore, followLinks, strict, names.isPresent());
  }

  /** For the completion of other shells. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(PORTABLE).iterator();
    }
  }
}
