package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/** Iperf3, which sends as many bytes of nothing from memory, to a server that runs already. */
final class Iperf implements Courier {
  private final Workshop workshop;
  private final Wire wire;

  Iperf(Workshop workshop, Wire wire) {
    this.workshop = workshop;
    this.wire = wire;
    Shell server =
        Shell.start(
            workshop,
            Command.of(workshop.folder(), "iperf3", "-s", "--forceflush").behind(wire.sender()));
    workshop.atEnd(server::kill);
    server.await("Server listening");
  }

  @Override
  public boolean delivers() {
    return false;
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    Command client =
        Command.of(
            workshop.folder(),
            "iperf3",
            "-R",
            "-c",
            wire.host(),
            "-n",
            Long.toString(cargo.bytes()));
    try (Run run = Run.start(workshop, client.behind(wire.receiver()))) {
      return run.end();
    }
  }
}
