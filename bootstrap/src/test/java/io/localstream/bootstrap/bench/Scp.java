package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/** Scp with AES-256-GCM, which fetches from a server that runs already. */
record Scp(SshServer server) implements Courier {

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    boolean one = cargo.names().size() == 1;
    String source = server.host() + ":" + (one ? cargo.only() : cargo.folder() + "/.");
    List<String> arguments = one ? List.of("-q", source, ".") : List.of("-q", "-r", source, ".");
    try (Run run = server.start(to.getFirst(), "scp", arguments)) {
      return run.end();
    }
  }
}
