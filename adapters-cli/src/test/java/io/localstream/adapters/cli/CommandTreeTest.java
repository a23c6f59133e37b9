package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is described without the whole tree, to start quickly, is the same as with it. */
class CommandTreeTest {
  private final ScriptedDevice device = new ScriptedDevice(Samples.contacts(), Duration.ZERO);

  private CommandTree tree(Place place) {
    Parts parts = new Parts(TestStreams.silent(), Map.of());
    DeviceSlot slot = new DeviceSlot(() -> device);
    return new CommandTree(parts.commands(slot, (_, _) -> device, "1.2.3"), place);
  }

  @ParameterizedTest
  @EnumSource
  void listsTheCommandsAsTheLibraryDescribesThem(Place place) {
    CommandTree tree = tree(place);

    List<List<String>> described =
        tree.build(new GlobalOptions()).getSubcommands().values().stream()
            .filter(tree::works)
            .map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden())
            .map(spec -> List.of(spec.name(), String.join(" ", spec.usageMessage().description())))
            .toList();

    assertThat(tree.list())
        .map(command -> List.of(command.name(), String.join(" ", command.description())))
        .isEqualTo(described)
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void explainsTheProgramAndEachCommandAsTheWholeTreeDoes(Place place) {
    CommandTree tree = tree(place);
    CommandLine whole = tree.build(new GlobalOptions());

    assertThat(tree.root(new GlobalOptions()).getUsageMessage()).isEqualTo(whole.getUsageMessage());
    for (CommandLine command : whole.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      CommandLine part = tree.build(new GlobalOptions(), spec.name());
      assertThat(part.getSubcommands().get(spec.name()).getUsageMessage())
          .isEqualTo(command.getUsageMessage());
    }
  }
}
