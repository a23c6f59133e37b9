package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/** Tar through ssh with AES-256-GCM, from a server that runs already. */
record TarOverSsh(SshServer server) implements Courier {

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    String ssh = "ssh " + String.join(" ", server.options()) + " " + server.host();
    String pipe = ssh + " tar -C " + cargo.folder() + " -cf - . | tar -xf -";
    try (Run run = Run.start(server.workshop(), Command.of(to.getFirst(), "sh", "-c", pipe))) {
      return run.end();
    }
  }
}
