package io.localstream.bootstrap.bench;

import io.localstream.bootstrap.endtoend.Namespace;
import java.nio.file.Path;
import java.util.List;

/** Networks that are made for a row: two namespaces, and what is between them. */
final class Wires {
  private static final String DEVICE = "wire";
  private static final String SENDER = "10.78.0.1";
  private static final String RECEIVER = "10.78.0.2";

  private final Namespace here;
  private final Namespace there;

  private Wires(Workshop workshop) {
    here = Namespace.create("lsba");
    workshop.atEnd(here::close);
    there = Namespace.create("lsbb");
    workshop.atEnd(there::close);
  }

  /** A cable that carries 1 Gbit/s each way. */
  static Wire gigabit(Workshop workshop) {
    Wires ends = new Wires(workshop);
    ends.here.ip("link", "add", DEVICE, "type", "veth", "peer", DEVICE, "netns", ends.there.name());
    return ends.joined("tc qdisc add dev wire root tbf rate 1gbit burst 128kb latency 20ms");
  }

  /**
   * A line with 25 ms each way that loses 5 packets of 1,000 each way.
   *
   * @param congestionControl what the kernel sends by, {@code cubic} or {@code bbr}
   */
  static Wire longLine(Workshop workshop, String congestionControl) {
    Wires ends = new Wires(workshop);
    Command line =
        Command.of(
            workshop.folder(),
            workshop.tool("longline"),
            ends.here.name(),
            ends.there.name(),
            DEVICE,
            "25000",
            "5000");
    Shell carrier = Shell.start(workshop, line);
    workshop.atEnd(carrier::kill);
    carrier.await("ready");
    // By the route, since a namespace may not change what the kernel does elsewhere.
    return ends.joined("ip route change 10.78.0.0/24 dev wire congctl " + congestionControl);
  }

  private Wire joined(String command) {
    here.ip("addr", "add", SENDER + "/24", "dev", DEVICE);
    there.ip("addr", "add", RECEIVER + "/24", "dev", DEVICE);
    for (Namespace machine : List.of(here, there)) {
      machine.ip("link", "set", DEVICE, "up");
      Command.of(Path.of("/"), command.split(" ")).behind(List.of(machine.entry())).output();
    }
    return new Wire(List.of(here.entry()), List.of(there.entry()), SENDER);
  }
}
