package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * LocalStream, two commands of two devices that know each other, both started at the same moment.
 * Several files go as the folder that they are in.
 */
record ColdCopy(Device sender, Device receiver, String host) implements Courier {
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
    try (Run sending = sender.start(parent(cargo), sendCommand(cargo, port));
        Run receiving =
            receiver.start(
                to.getFirst(),
                List.of("receive", ".", "--from", host + ":" + port, "--yes", "--wait", WAIT))) {
      Usage usage = ended(sending, receiving).and(receiving.end());
      unwrap(cargo, to.getFirst());
      return usage;
    }
  }

  private static Path parent(Cargo cargo) {
    return Objects.requireNonNull(cargo.folder().getParent());
  }

  /** The path from the folder around the cargo's. */
  private static String source(Cargo cargo) {
    Path name = Objects.requireNonNull(cargo.folder().getFileName());
    return cargo.names().size() == 1
        ? name.resolve(cargo.names().getFirst()).toString()
        : name.toString();
  }

  /** What came in its folder is compared without it. */
  private static void unwrap(Cargo cargo, Path to) {
    if (cargo.names().size() > 1) {
      Path folder = to.resolve(source(cargo));
      Path beside = to.resolveSibling(to.getFileName() + ".unwrapped");
      try {
        Files.move(folder, beside);
        Files.delete(to);
        Files.move(beside, to);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
    return List.of("send", source(cargo), "--port", port, "--host", host, "--yes", "--wait", WAIT);
  }
}
