package io.localstream.adapters.cli;

import io.localstream.domain.transfer.Destination.ExistingFile;
import picocli.CommandLine.Option;

/** What to do where a file of that name is there already. */
final class ExistingFileOptions {
  @Option(names = "--overwrite", description = "replace a file that is there already")
  private boolean overwrite;

  @Option(names = "--rename", description = "save as 'name (1)' where a file is there already")
  private boolean rename;

  /**
   * @param command its name, for the hint where both were given
   */
  ExistingFile choice(String command) {
    if (overwrite && rename) {
      throw Usage.mistake("give --overwrite or --rename, not both", "help " + command);
    }
    if (overwrite) {
      return ExistingFile.OVERWRITE;
    }
    return rename ? ExistingFile.RENAME : ExistingFile.KEEP;
  }
}
