package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * LocalStream, a cold receiver that fetches from a sender which runs already: only that is counted.
 */
final class TinyFetch implements Courier {
  private final ColdCopy devices;
  private final String port = Integer.toString(Workshop.freePort());
  private final Shell sender;

  TinyFetch(Workshop workshop, ColdCopy devices) {
    this.devices = devices;
    this.sender = devices.sender().shell(workshop.folder(), "--yes");
    workshop.atEnd(sender::close);
    sender.type("add_local_connection %s %s 1".formatted(devices.host(), port));
    sender.await("listening on");
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    sender.type("send_file %s %s --wait 60".formatted(port, cargo.only()));
    String from = devices.host() + ":" + port;
    try (Run fetching =
        devices.receiver().start(to.getFirst(), List.of("receive", ".", "--from", from, "--yes"))) {
      Usage usage = fetching.end();
      sender.await("^sent ");
      return usage;
    }
  }
}
