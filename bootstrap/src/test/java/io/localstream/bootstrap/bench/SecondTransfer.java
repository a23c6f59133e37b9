package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.List;

/** LocalStream, every time a new session: its first transfer is not counted, its second is. */
record SecondTransfer(Workshop workshop, ColdCopy devices) implements Courier {

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    List<Device> receiver = List.of(devices.receiver());
    try (Session session = Session.open(workshop, devices.sender(), receiver, devices.host())) {
      Path first = workshop.newFolder("first");
      session.carry(cargo, List.of(first));
      Workshop.delete(first);
      return session.carry(cargo, to);
    }
  }
}
