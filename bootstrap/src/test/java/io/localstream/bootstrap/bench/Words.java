package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/** LocalStream, a command that carries nothing. */
record Words(Device device, List<String> arguments) implements Courier {

  @Override
  public boolean delivers() {
    return false;
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    try (Run run = device.start(to.getFirst(), arguments)) {
      return run.end();
    }
  }
}
