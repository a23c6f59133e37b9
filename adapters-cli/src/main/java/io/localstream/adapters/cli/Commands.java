package io.localstream.adapters.cli;

import java.util.List;

/** Every command there is, in the order in which help lists them. */
final class Commands {
  private final Surroundings surroundings;
  private final Answering answering;
  private final CodeSource codes;
  private final TwoDevices twoDevices;
  private final String version;

  Commands(
      Surroundings surroundings,
      Answering answering,
      CodeSource codes,
      TwoDevices twoDevices,
      String version) {
    this.surroundings = surroundings;
    this.answering = answering;
    this.codes = codes;
    this.twoDevices = twoDevices;
    this.version = version;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Fresh commands, without any arguments yet. */
  List<CliCommand> create(GlobalOptions options, CommandTree tree) {
    return List.of(
        new AddConnection(surroundings),
        new AddLocalConnection(surroundings),
        new DelConnection(surroundings),
        new Connect(surroundings, options, codes),
        new Pair(surroundings),
        new SendFile(surroundings),
        new ReceiveFile(surroundings, options),
        new Accept(answering),
        new Deny(answering),
        new Yes(answering),
        new No(answering),
        new ListOffer(answering),
        new PossibleConnections(surroundings),
        new Status(surroundings),
        new Trust(surroundings, options),
        new Sessions(surroundings, options),
        new Transfers(surroundings, options, tree),
        new Identity(surroundings, options),
        new Settings(surroundings),
        new Doctor(surroundings),
        new Bench(surroundings, options),
        new Send(surroundings, KeepTrying.SLEEPING),
        new Receive(surroundings, options, codes, KeepTrying.SLEEPING),
        new Try(surroundings, twoDevices),
        help(tree),
        version(),
        new Exit(),
        new Quit());
  }

  Help help(CommandTree tree) {
    return new Help(surroundings.screen(), tree);
  }

  Version version() {
    return new Version(surroundings.screen(), version);
  }
}
