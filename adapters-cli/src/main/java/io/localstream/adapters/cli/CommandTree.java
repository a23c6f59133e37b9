package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.CodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds out what was asked for. */
final class CommandTree {
  private static final int USAGE_COLUMNS = 80;

  private final Commands commands;
  private final Place place;

  CommandTree(Commands commands, Place place) {
    this.commands = commands;
    this.place = place;
  }

  /**
   * What was asked for.
   *
   * @param command empty when only options were given
   */
  record Request(GlobalOptions options, Optional<CliCommand> command) {}

  /**
   * Reads one command with its arguments and the options around it.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code INVALID_ARGUMENT}
   */
  Request parse(List<String> words) {
    GlobalOptions options = new GlobalOptions();
    Optional<CliCommand> alone = words.size() == 1 ? alone(words.getFirst()) : Optional.empty();
    if (alone.isPresent()) {
      return new Request(options, alone);
    }
    CommandLine root = root(options);
    List<String> named = name(root, options, words);
    try {
      ParseResult result = root.parseArgs(named.toArray(String[]::new));
      while (result.hasSubcommand()) {
        result = result.subcommand();
      }
      return new Request(options, command(options, result.commandSpec().commandLine()));
    } catch (ParameterException e) {
      throw Usage.translate(e);
    }
  }

  /** What a single word asks for where that needs no look at any option, to be quick. */
  private Optional<CliCommand> alone(String word) {
    return switch (word) {
      case "version", "--version", "-V" -> Optional.of(commands.version());
      case "help", "--help", "-h" -> Optional.of(commands.help(this));
      default -> Optional.empty();
    };
  }

  /** The command; another one where an option asks about it instead. */
  private Optional<CliCommand> command(GlobalOptions options, CommandLine found) {
    if (options.help()) {
      return Optional.of(() -> commands.help(this).explain(found));
    }
    if (options.version()) {
      return Optional.of(commands.version());
    }
    return found.getCommand() instanceof CliCommand asked ? Optional.of(asked) : Optional.empty();
  }

  /** The whole tree, for completion. */
  CommandLine build(GlobalOptions options) {
    return add(root(options), options, _ -> true);
  }

  /** The part of the tree that a command is in; the whole where there is no such command. */
  CommandLine build(GlobalOptions options, String typed) {
    return addOne(root(options), options, typed);
  }

  /** The program without its commands: to describe all of them takes longer than most take. */
  CommandLine root(GlobalOptions options) {
    return finish(new CommandLine(options));
  }

  /** What help lists: those commands that work in this place. */
  List<Command> list() {
    return commands.create(new GlobalOptions(), this).stream()
        .filter(command -> works(command.getClass()))
        .map(CommandTree::described)
        .filter(command -> !command.hidden())
        .toList();
  }

  private CommandLine addOne(CommandLine root, GlobalOptions options, String typed) {
    String name = spelling(typed);
    add(root, options, command -> described(command).name().equals(name));
    return root.getSubcommands().isEmpty() ? add(root, options, _ -> true) : root;
  }

  private CommandLine add(CommandLine root, GlobalOptions options, Predicate<CliCommand> wanted) {
    commands.create(options, this).stream().filter(wanted).forEach(command -> add(root, command));
    root.getSubcommands().values().forEach(CommandTree::withoutCommandList);
    return finish(root);
  }

  /** Holds for the commands that are there. */
  private static CommandLine finish(CommandLine root) {
    Converters.register(root);
    // Help lists the commands itself: only those that work in this place.
    withoutCommandList(root);
    return root.setExpandAtFiles(false).setUsageHelpWidth(USAGE_COLUMNS);
  }

  private static Command described(CliCommand command) {
    return command.getClass().getAnnotation(Command.class);
  }

  private static void add(CommandLine parent, CliCommand command) {
    CommandLine line = new CommandLine(command);
    parent.addSubcommand(described(command).name(), line);
    line.getCommandSpec().usageMessage().sortOptions(false);
    if (command instanceof CommandGroup group) {
      group.actions().forEach(action -> add(line, action));
    }
  }

  /** Whether a command makes sense where it was typed. */
  boolean works(CommandLine command) {
    return works(command.getCommand().getClass());
  }

  private boolean works(Class<?> kind) {
    Place.Only only = kind.getAnnotation(Place.Only.class);
    return only == null || only.value() == place;
  }

  private static void withoutCommandList(CommandLine line) {
    line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
  }

  /** Finds a command, of the program or of a group, under either spelling of its name. */
  static CommandLine find(CommandLine parent, String typed) {
    Map<String, CommandLine> known = parent.getSubcommands();
    CommandLine found = known.get(spelling(typed));
    if (found != null) {
      return found;
    }
    if (CodeText.mayHoldOne(typed)) {
      throw Usage.mistake("that looks like a code: pair CODE, or localstream receive", "help");
    }
    String path = Usage.path(parent.getCommandSpec());
    throw Usage.mistake(
        "there is no command '"
            + (path + " " + typed).strip()
            + "'"
            + Suggestion.of(spelling(typed), known.keySet()),
        parent.getCommandSpec());
  }

  /** The spelling of a command's name that is shown. */
  static String spelling(String typed) {
    return typed.replace('-', '_');
  }

  private List<String> name(CommandLine root, GlobalOptions options, List<String> words) {
    ListIterator<String> rest = words.listIterator();
    List<String> named =
        new ArrayList<>(new ArgumentForms(root.getCommandSpec()).nameLeading(rest));
    if (rest.hasNext()) {
      String typed = rest.next();
      CommandLine command = find(addOne(root, options, typed), typed);
      named.add(command.getCommandName());
      while (!command.getSubcommands().isEmpty() && takesAction(rest)) {
        command = find(command, rest.next());
        named.add(command.getCommandName());
      }
      CommandSpec spec = command.getCommandSpec();
      named.addAll(new ArgumentForms(spec).name(words.subList(rest.nextIndex(), words.size())));
      if (!named.contains("--help")) {
        requireWorks(command);
      }
    }
    return named;
  }

  /** Whether the next word is the name of an action, and no option of the group itself. */
  private static boolean takesAction(ListIterator<String> rest) {
    if (!rest.hasNext()) {
      return false;
    }
    boolean option = rest.next().startsWith("-");
    rest.previous();
    return !option;
  }

  private void requireWorks(CommandLine command) {
    if (!works(command)) {
      Place.Only only = command.getCommand().getClass().getAnnotation(Place.Only.class);
      String where =
          switch (only.value()) {
            case SHELL -> " works in the shell only: ";
            case ONE_SHOT -> " does not work in the shell: ";
          };
      throw Usage.mistake(
          command.getCommandName() + where + only.instead(), command.getCommandSpec());
    }
  }
}
