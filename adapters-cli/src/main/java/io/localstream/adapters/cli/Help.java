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
    CommandLine root = tree.build(new GlobalOptions());
    CommandLine about = root;
    for (String name : path) {
      about = CommandTree.find(about, name);
    }
    return explain(about);
  }

  /** Shows what there is to know of a command, or all commands where it is the program. */
  ExitCode explain(CommandLine about) {
    if (!about.getSubcommands().isEmpty()) {
      String path = Usage.path(about.getCommandSpec());
      screen.result(
          path.isEmpty()
              ? "Commands (help COMMAND tells more):"
              : "Actions (help " + path + " ACTION tells more):");
      about.getSubcommands().values().stream()
          .filter(tree::works)
          .filter(listed -> !listed.getCommandSpec().usageMessage().hidden())
          .forEach(this::list);
      screen.result("");
    }
    about.getUsageMessage(Ansi.OFF).lines().forEach(screen::result);
    return ExitCode.DONE;
  }

  private void list(CommandLine listed) {
    String description = String.join(" ", listed.getCommandSpec().usageMessage().description());
    screen.result(String.format("  %-22s%s", listed.getCommandName(), description));
  }
}
