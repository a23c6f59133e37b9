package io.localstream.adapters.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Every command there is, in the order in which help lists them. */
final class Commands {
  private final Surroundings surroundings;
  private final Answering answering;
  private final TwoDevices twoDevices;
  private final String version;

  Commands(Surroundings surroundings, Answering answering, TwoDevices twoDevices, String version) {
    this.surroundings = surroundings;
    this.answering = answering;
    this.twoDevices = twoDevices;
    this.version = version;
  }

  /** Fresh commands, by name, without any arguments yet. */
  Map<String, CliCommand> create(GlobalOptions options, CommandTree tree) {
    Map<String, CliCommand> byName = new LinkedHashMap<>();
    Stream.of(
            new AddConnection(surroundings),
            new AddLocalConnection(surroundings),
            new DelConnection(surroundings),
            new Connect(surroundings, options),
            new SendFile(surroundings),
            new ReceiveFile(surroundings, options),
            new Accept(answering),
            new Deny(answering),
            new Yes(answering),
            new No(answering),
            new PossibleConnections(surroundings),
            new Status(surroundings),
            new Send(surroundings),
            new Receive(surroundings, options),
            new Try(surroundings, twoDevices),
            new Help(surroundings.screen(), tree),
            new Version(surroundings.screen(), version),
            new Exit(),
            new Quit())
        .forEach(command -> byName.put(nameOf(command), command));
    return byName;
  }

  private static String nameOf(CliCommand command) {
    return command.getClass().getAnnotation(Command.class).name();
  }
}
