package io.localstream.adapters.cli;

import io.localstream.domain.transfer.Destination.ExistingFile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What to do where a file of that name is there already. */
final class ExistingFileOptions {
  /** The words for it; {@code keep} is what happens where nothing is said. */
  private static final Map<String, ExistingFile> POLICIES =
      Stream.of(ExistingFile.values())
          .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));

  @Option(names = "--overwrite", description = "the same as --existing overwrite")
  private boolean overwrite;

  @Option(names = "--rename", description = "the same as --existing rename")
  private boolean rename;

  @Option(
      names = "--existing",
      paramLabel = "POLICY",
      description =
          "where a file is there already: keep (take nothing), skip it, overwrite it, rename the"
              + " new one to 'name (1)', overwrite it if the new one is newer or if they are"
              + " different, or backup the old one to name.bak")
  private Optional<String> existing = Optional.empty();

  /**
   * @param command its name, for the hint where both were given
   */
  ExistingFile choice(String command) {
    if ((overwrite ? 1 : 0) + (rename ? 1 : 0) + (existing.isPresent() ? 1 : 0) > 1) {
      throw Usage.mistake("give one of --existing, --overwrite and --rename", "help " + command);
    }
    if (existing.isPresent()) {
      return policy(existing.get(), command);
    }
    if (overwrite) {
      return ExistingFile.OVERWRITE;
    }
    return rename ? ExistingFile.RENAME : ExistingFile.KEEP;
  }

  private static ExistingFile policy(String word, String command) {
    ExistingFile policy = POLICIES.get(word);
    if (policy == null) {
      throw Usage.mistake(
          "--existing is keep, skip, overwrite, rename, newer, different or backup",
          "help " + command);
    }
    return policy;
  }
}
