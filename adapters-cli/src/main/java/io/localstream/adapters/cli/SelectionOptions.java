package io.localstream.adapters.cli;

import io.localstream.domain.transfer.Selection;
import java.util.List;
import picocli.CommandLine.Option;

/** What of the folders that are sent is sent. */
final class SelectionOptions {
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

  Selection selection() {
    return new Selection(excludes, gitIgnore, followLinks, strict);
  }
}
