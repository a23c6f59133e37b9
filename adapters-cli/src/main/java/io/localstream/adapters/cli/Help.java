package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

@Command(
    name = "help",
    description = "Show the commands, or what one of them does.",
    customSynopsis = "help [COMMAND [ACTION]]")
@Positional("--command")
final class Help implements CliCommand {
  private final Screen screen;
  private final CommandTree tree;

  @Option(names = "--command", paramLabel = "COMMAND", description = "the command to explain")
  private List<String> path = List.of();

  Help(Screen screen, CommandTree tree) {
    this.screen = screen;
    this.tree = tree;
  }

  @Override
  public ExitCode run() {
    GlobalOptions none = new GlobalOptions();
    CommandLine about = path.isEmpty() ? tree.root(none) : tree.build(none, path.getFirst());
    for (String name : path) {
      about = CommandTree.find(about, name);
    }
    return explain(about);
  }

  /** Shows what there is to know of a command, or all commands where it is the program. */
  ExitCode explain(CommandLine about) {
    String path = Usage.path(about.getCommandSpec());
    if (path.isEmpty()) {
      list("Commands (help COMMAND tells more):", tree.list());
    } else if (!about.getSubcommands().isEmpty()) {
      list("Actions (help " + path + " ACTION tells more):", actions(about));
    }
    about.getUsageMessage(Ansi.OFF).lines().forEach(screen::result);
    return ExitCode.DONE;
  }

  private List<Command> actions(CommandLine group) {
    return group.getSubcommands().values().stream()
        .filter(tree::works)
        .map(action -> action.getCommand().getClass().getAnnotation(Command.class))
        .filter(action -> !action.hidden())
        .toList();
  }

  private void list(String title, List<Command> listed) {
    screen.result(title);
    for (Command command : listed) {
      String description = String.join(" ", command.description());
      screen.result(String.format("  %-22s%s", command.name(), description));
    }
    screen.result("");
  }
}
