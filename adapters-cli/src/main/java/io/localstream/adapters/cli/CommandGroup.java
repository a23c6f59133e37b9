package io.localstream.adapters.cli;

import java.util.List;

/** A command that has commands of its own, such as {@code trust}. */
interface CommandGroup extends CliCommand {
  /** Fresh ones, in the order in which help lists them. */
  List<CliCommand> actions();
}
