package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/** The plain copy of plaincopy.c: read, write, one TCP connection, nothing else. */
record PlainCopy(Workshop workshop) implements Courier {

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    String port = Integer.toString(Workshop.freePort());
    String target = to.getFirst().resolve(cargo.names().getFirst()).toString();
    try (Run receiving = start("receive", port, target);
        Run sending = start("send", port, cargo.only().toString())) {
      return sending.end().and(receiving.end());
    }
  }

  private Run start(String side, String port, String file) {
    return Run.start(
        workshop, Command.of(workshop.folder(), workshop.tool("plaincopy"), side, port, file));
  }
}
