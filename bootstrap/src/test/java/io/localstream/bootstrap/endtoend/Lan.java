package io.localstream.bootstrap.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A local network of its own: machines that are plugged into one switch. */
final class Lan implements AutoCloseable {
  private static final String CABLE = "eth0";

  private final Namespace hub = Namespace.create("lsh");
  private final Map<String, Namespace> machines = new LinkedHashMap<>();

  /**
   * Builds it.
   *
   * @param names the machines: the first has the address 10.78.0.1, the next 10.78.0.2
   */
  Lan(String... names) {
    hub.ip("link", "add", "hub", "type", "bridge");
    // A bridge that snoops forgets who listens to multicast where nobody asks.
    hub.ip("link", "set", "hub", "type", "bridge", "mcast_snooping", "0");
    hub.ip("link", "set", "hub", "up");
    for (String name : names) {
      plugIn(name, machines.size() + 1);
    }
  }

  private void plugIn(String name, int number) {
    Namespace machine = Namespace.create("ls" + (char) ('a' + number));
    machines.put(name, machine);
    String port = "port" + number;
    machine.ip("link", "add", CABLE, "type", "veth", "peer", port, "netns", hub.name());
    hub.ip("link", "set", port, "master", "hub");
    hub.ip("link", "set", port, "up");
    machine.ip("addr", "add", "10.78.0." + number + "/24", "dev", CABLE);
    machine.ip("link", "set", CABLE, "up");
  }

  Namespace machine(String name) {
    Namespace machine = machines.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("no machine is called " + name);
    }
    return machine;
  }

  String address(String name) {
    return "10.78.0." + (new ArrayList<>(machines.keySet()).indexOf(name) + 1);
  }

  /** A device on one of the machines. */
  TestDevice on(String name, TestDevice device) {
    return device.behind(machine(name).entry());
  }

  /** Pulls the plug of a machine, or puts it back. */
  void plugged(String name, boolean in) {
    machine(name).ip("link", "set", CABLE, in ? "up" : "down");
  }

  @Override
  public void close() {
    List<Namespace> all = new ArrayList<>(machines.values());
    all.add(hub);
    all.forEach(Namespace::close);
  }
}
