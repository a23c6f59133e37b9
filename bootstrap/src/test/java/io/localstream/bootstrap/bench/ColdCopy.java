package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LocalStream, two commands of two devices that know each other, both started at the same moment.
 */
record ColdCopy(Device sender, Device receiver, String host) implements Courier {
  private static final int ON_A_COMMAND_LINE = 20_000;

  /** For the other one, on a machine that is busy: two minutes. */
  private static final String WAIT = "2m";

  /** Two devices, which meet first. */
  static ColdCopy over(Workshop workshop, Wire wire) {
    ColdCopy copy =
        new ColdCopy(
            Device.fresh(workshop, wire.sender()),
            Device.fresh(workshop, wire.receiver()),
            wire.host());
    Path met = workshop.newFolder("met");
    copy.carry(Cargo.files(workshop, 1, 1), List.of(met));
    Workshop.delete(met);
    return copy;
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    String port = Integer.toString(Workshop.freePort());
    try (Run sending = sender.start(cargo.folder(), sendCommand(cargo, port));
        Run receiving =
            receiver.start(
                to.getFirst(),
                List.of("receive", ".", "--from", host + ":" + port, "--yes", "--wait", WAIT))) {
      return ended(sending, receiving).and(receiving.end());
    }
  }

  private static Usage ended(Run sending, Run receiving) {
    try {
      return sending.end();
    } catch (CannotRun e) {
      throw new CannotRun(e.getMessage() + "\nthe receiver: " + receiving.words(), e);
    }
  }

  private List<String> sendCommand(Cargo cargo, String port) {
    List<String> command = new ArrayList<>(List.of("send"));
    if (cargo.names().size() > ON_A_COMMAND_LINE) {
      command.addAll(List.of("--files-from", list(cargo).toString()));
    } else {
      command.addAll(cargo.names());
    }
    command.addAll(List.of("--port", port, "--host", host, "--yes", "--wait", WAIT));
    return command;
  }

  private Path list(Cargo cargo) {
    try {
      return Files.write(sender.workshop().scratch("list"), cargo.names());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
