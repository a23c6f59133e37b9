package io.localstream.bootstrap.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A local network of its own: machines that are plugged into one switch. */
final class Lan implements AutoCloseable {
  private static final String CABLE = "eth0";

  private final Namespace hub = Namespace.create("lsh");
  private final Map<String, Namespace> machines = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<BadCable> badCables = new ArrayList<>();

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
    address(name, number);
    machine.ip("link", "set", CABLE, "up");
  }

  private void address(String name, int number) {
    numbers.put(name, number);
    machine(name).ip("addr", "add", address(name) + "/24", "dev", CABLE);
  }

  Namespace machine(String name) {
    Namespace machine = machines.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("no machine is called " + name);
    }
    return machine;
  }

  String address(String name) {
    return "10.78.0." + numbers.get(name);
  }

  /** A device on one of the machines. */
  TestDevice on(String name, TestDevice device) {
    return device.behind(machine(name).entry());
  }

  /** Pulls the plug of a machine, or puts it back. */
  void plugged(String name, boolean in) {
    machine(name).ip("link", "set", CABLE, in ? "up" : "down");
  }

  /** Gives a machine another address in the place of the one that it has. */
  void readdress(String name, int number) {
    machine(name).ip("addr", "flush", "dev", CABLE);
    address(name, number);
  }

  /** Lets a machine hear nothing more of the others, which still hear it; or again. */
  void deaf(String name, boolean deaf) {
    machine(name).runs("iptables", "-w", deaf ? "-A" : "-D", "INPUT", "-i", CABLE, "-j", "DROP");
  }

  /** Lets no more than so much leave a machine in a second. */
  void slow(String name, int megabits) {
    String limit = "root tbf latency 50ms burst 128k rate " + megabits + "mbit";
    machine(name).runs(("tc qdisc add dev " + CABLE + " " + limit).split(" "));
  }

  /** Ends {@link #slow}. */
  void fast(String name) {
    machine(name).runs("tc", "qdisc", "del", "dev", CABLE, "root");
  }

  /** How many bytes a machine has received. */
  long arrived(String name) {
    return machine(name).arrived(CABLE);
  }

  /** Plugs a machine in with a bad cable in the place of its good one. */
  void badCable(String name, BadCable.Harm harm, long seed) {
    Namespace machine = machine(name);
    machine.ip("link", "del", CABLE);
    BadCable cable = new BadCable(harm, seed);
    badCables.add(cable);
    Namespace.does("ip", "link", "set", cable.oneEnd(), "netns", machine.name(), "name", CABLE);
    String port = "bad" + numbers.get(name);
    Namespace.does("ip", "link", "set", cable.otherEnd(), "netns", hub.name(), "name", port);
    hub.ip("link", "set", port, "master", "hub");
    hub.ip("link", "set", port, "up");
    address(name, numbers.get(name));
    machine.ip("link", "set", CABLE, "up");
  }

  /** How many frames bad cables have harmed. */
  long harmed() {
    return badCables.stream().mapToLong(BadCable::harmed).sum();
  }

  @Override
  public void close() {
    badCables.forEach(BadCable::close);
    List<Namespace> all = new ArrayList<>(machines.values());
    all.add(hub);
    all.forEach(Namespace::close);
  }
}
