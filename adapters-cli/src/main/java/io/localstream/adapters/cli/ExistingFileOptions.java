package io.localstream.adapters.cli;

import io.localstream.domain.transfer.Destination.ExistingFile;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to do where a file of that name is there already. */
final class ExistingFileOptions {
  /** The words for it. */
  private static final Map<String, ExistingFile> POLICIES =
      Stream.of(ExistingFile.values())
          .collect(Collectors.toMap(ExistingFileOptions::word, each -> each));

  @Option(names = "--overwrite", description = "the same as --existing overwrite")
  private boolean overwrite;

  @Option(names = "--rename", description = "the same as --existing rename")
  private boolean rename;

  @Option(
      names = "--existing",
      paramLabel = "POLICY",
      completionCandidates = Words.class,
      description =
          "where a file is there already: keep (take nothing), skip it, overwrite it, rename the"
              + " new one to 'name (1)', overwrite it if the new one is newer or if they are"
              + " different, backup the old one to name.bak, or ask about each; as settings say"
              + " where not given")
  private Optional<String> existing = Optional.empty();

  boolean given() {
    return overwrite || rename || existing.isPresent();
  }

  /**
   * @param command its name, for the hint where both were given
   */
  ExistingFile choice(String command, Surroundings surroundings) {
    boolean nobody = !surroundings.person().isHere();
    Optional<ExistingFile> given = given(command);
    if (given.equals(Optional.of(ExistingFile.ASK)) && nobody) {
      throw Usage.mistake(
          "existing files can be asked about at a terminal only; give --existing "
              + words(ExistingFile.ASK),
          "help " + command);
    }
    return given.orElseGet(() -> {
      ExistingFile usual = surroundings.device().changeSettings().show().existing();
      // Whoever wants to be asked wants nothing to be replaced without.
      return usual == ExistingFile.ASK && nobody ? ExistingFile.KEEP : usual;
    });
  }

  private Optional<ExistingFile> given(String command) {
    if ((overwrite ? 1 : 0) + (rename ? 1 : 0) + (existing.isPresent() ? 1 : 0) > 1) {
      throw Usage.mistake("give one of --existing, --overwrite and --rename", "help " + command);
    }
    if (existing.isPresent()) {
      return Optional.of(policy(existing.get(), "--existing", "help " + command));
    }
    if (overwrite) {
      return Optional.of(ExistingFile.OVERWRITE);
    }
    return rename ? Optional.of(ExistingFile.RENAME) : Optional.empty();
  }

  /**
   * Reads the word for a policy.
   *
   * @param what it is the value of
   * @param help the command that explains it
   */
  static ExistingFile policy(String word, String what, String help) {
    ExistingFile policy = POLICIES.get(word.toLowerCase(Locale.ROOT));
    if (policy == null) {
      throw Usage.mistake(what + " is " + words(null), help);
    }
    return policy;
  }

  /** The word for a policy. */
  static String word(ExistingFile policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }

  static Stream<String> wordsOfPolicies() {
    return Stream.of(ExistingFile.values()).map(ExistingFileOptions::word);
  }

  /** For the completion of other shells. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return wordsOfPolicies().iterator();
    }
  }

  private static String words(@Nullable ExistingFile without) {
    List<String> words =
        Stream.of(ExistingFile.values())
            .filter(policy -> policy != without)
            .map(ExistingFileOptions::word)
            .toList();
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }
}
