package io.localstream.adapters.cli;

import io.localstream.domain.failure.LocalStreamException;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completes commands, options, paths, ports in use and names of peers. */
final class ShellCompleter implements Completer {
  private final CommandTree tree;
  private final Names names;

  ShellCompleter(CommandTree tree, Names names) {
    this.tree = tree;
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = line.words().subList(0, line.wordIndex());
    String begun = line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
    candidates.addAll(candidates(before, begun));
  }

  /**
   * What the word may become.
   *
   * @param before the words in front of it
   * @param begun what is typed of it
   */
  List<Candidate> candidates(List<String> before, String begun) {
    CommandLine root = tree.build(new GlobalOptions());
    if (before.isEmpty()) {
      return commands(root);
    }
    CommandLine command = root.getSubcommands().get(CommandTree.spelling(before.getFirst()));
    int depth = 1;
    while (command != null && !command.getSubcommands().isEmpty() && depth < before.size()) {
      command = command.getSubcommands().get(CommandTree.spelling(before.get(depth)));
      depth++;
    }
    if (command == null) {
      return List.of();
    }
    return command.getSubcommands().isEmpty()
        ? arguments(root, command.getCommandSpec(), before.subList(depth, before.size()), begun)
        : commands(command);
  }

  private List<Candidate> commands(CommandLine root) {
    return root.getSubcommands().values().stream()
        .filter(tree::works)
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .map(command ->
            described(
                command.getCommandName(), command.getCommandSpec().usageMessage().description()))
        .toList();
  }

  private List<Candidate> arguments(
      CommandLine root, CommandSpec spec, List<String> before, String begun) {
    ArgumentForms forms = new ArgumentForms(spec);
    OptionSpec valueOf = before.isEmpty() ? null : takingValue(spec, before.getLast());
    if (valueOf != null) {
      return values(root, valueOf, begun);
    }
    if (begun.startsWith("-")) {
      return options(spec);
    }
    try {
      forms.name(before);
    } catch (LocalStreamException _) {
      // What stands in front is wrong already; there is nothing to add.
      return List.of();
    }
    OptionSpec next = forms.nextPositional();
    return next == null ? options(spec) : values(root, next, begun);
  }

  private static @Nullable OptionSpec takingValue(CommandSpec spec, String word) {
    OptionSpec option = word.startsWith("--") ? spec.findOption(word.replace('_', '-')) : null;
    return option != null && option.arity().max() > 0 ? option : null;
  }

  private static List<Candidate> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> described(option.longestName(), option.description()))
        .toList();
  }

  private List<Candidate> values(CommandLine root, OptionSpec option, String begun) {
    return switch (option.paramLabel()) {
      case "FILE_PATH", "FILE_SAVE_PATH", "DEST", "DIR", "FILE", "LIST" -> PathCandidates.of(begun);
      case "PORT" -> plain(names.ports());
      case "NAME|ID" -> plain(names.peers());
      case "NAME", "HOST|NAME", "NAME|HOST:PORT" -> plain(names.devices());
      case "SESSION" -> plain(names.sessions());
      case "TRANSFER" -> plain(names.transfers());
      case "CODE" -> CodeCompleter.of(begun);
      case "POLICY" -> plain(ExistingFileOptions.wordsOfPolicies());
      case "on|off" -> plain(Stream.of("on", "off"));
      case "COMMAND" -> commands(root);
      default -> List.of();
    };
  }

  private static List<Candidate> plain(Stream<String> values) {
    return values.map(Candidate::new).toList();
  }

  private static Candidate described(String value, String... description) {
    return new Candidate(value, value, null, String.join(" ", description), null, null, true);
  }
}
