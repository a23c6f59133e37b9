package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

@Command(
    name = "help",
    description = "Show the commands, or what one of them does.",
    customSynopsis = "help [COMMAND]")
@Positional("--command")
final class Help implements CliCommand {
  private final Screen screen;
  private final CommandTree tree;

  @Option(names = "--command", paramLabel = "COMMAND", description = "the command to explain")
  private Optional<String> command = Optional.empty();

  Help(Screen screen, CommandTree tree) {
    this.screen = screen;
    this.tree = tree;
  }

  @Override
  public ExitCode run() {
    CommandLine root = tree.build(new GlobalOptions());
    return explain(command.map(name -> CommandTree.find(root, name)).orElse(root));
  }

  /** Shows what there is to know of a command, or all commands where it is the program. */
  ExitCode explain(CommandLine about) {
    boolean program = about.getParent() == null;
    if (program) {
      screen.result("Commands (help COMMAND tells more):");
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
