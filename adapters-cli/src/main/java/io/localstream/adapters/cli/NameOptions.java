package io.localstream.adapters.cli;

import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.NamePolicy.Unfit;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What becomes of names that need care, on the receiving side. */
final class NameOptions {
  @Option(
      names = "--names",
      paramLabel = "POLICY",
      completionCandidates = Words.class,
      description =
          "where a name can't be held here: skip the file and name it, map it to another name, the"
              + " same each time, or fail (take nothing); skip where not given")
  private Optional<String> names = Optional.empty();

  @Option(
      names = "--hidden",
      description =
          "take hidden names (.ssh, .zshenv) into folders that exist here already; where not given,"
              + " the question names them, and --yes and a code leave them out")
  private boolean hidden;

  boolean given() {
    return hidden || names.isPresent();
  }

  /**
   * @param command its name, for the hint where there is no such policy
   */
  NamePolicy policy(String command) {
    NamePolicy policy =
        names
            .map(word ->
                Stream.of(Unfit.values())
                    .filter(unfit -> word(unfit).equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                        () -> Usage.mistake("--names is skip, map or fail", "help " + command)))
            .map(NamePolicy.CAREFUL::with)
            .orElse(NamePolicy.CAREFUL);
    return hidden ? policy.takingHidden() : policy;
  }

  private static String word(Unfit unfit) {
    return unfit.name().toLowerCase(Locale.ROOT);
  }

  /** For the completion of other shells. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Unfit.values()).map(NameOptions::word).iterator();
    }
  }
}
