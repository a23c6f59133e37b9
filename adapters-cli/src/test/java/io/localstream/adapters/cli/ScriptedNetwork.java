package io.localstream.adapters.cli;

import io.localstream.application.usecase.DiagnoseNetwork;
import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A local network with one interface; a test has devices announce themselves. */
final class ScriptedNetwork implements ListPossibleConnections, DiagnoseNetwork {
  static final HostAddress LAN = new HostAddress("192.168.1.7");
  private static final LocalInterface ETH0 =
      new LocalInterface(
          "eth0", false, true, Optional.of(new MacAddress("02:42:ac:11:00:02")), List.of(LAN));
  private static final LocalInterface LO =
      new LocalInterface(
          "lo", true, false, Optional.empty(), List.of(new HostAddress("127.0.0.1")));

  private final List<Announced> announced = new ArrayList<>();
  private final List<Neighbour> neighbours =
      List.of(
          new Neighbour(
              new HostAddress("192.168.1.1"),
              Optional.of(new MacAddress("02:42:ac:11:00:01")),
              "eth0"));
  volatile boolean multicast = true;
  volatile boolean announcing = true;
  volatile Firewall.State firewall = Firewall.State.OFF;

  synchronized void announce(String name, Standing standing, Optional<Integer> code) {
    announced.add(
        new Announced(
            new Announcement(
                Samples.device(name).id(),
                Samples.device(name).name(),
                Endpoint.of("192.168.1.9", 7117),
                code),
            standing));
    notifyAll();
  }

  @Override
  public synchronized ListPossibleConnections.Result list(Duration listen) {
    return new ListPossibleConnections.Result(List.of(ETH0, LO), announced, neighbours);
  }

  @Override
  public Watch watch() {
    return new Watch() {
      @Override
      public ListPossibleConnections.Result now() {
        return list(Duration.ZERO);
      }

      @Override
      public ListPossibleConnections.Result awaitOther(
          ListPossibleConnections.Result seen, Duration longest) throws InterruptedException {
        return ScriptedNetwork.this.awaitOther(seen, longest);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public DiagnoseNetwork.Result diagnose(int port) {
    Optional<Duration> echo =
        multicast ? Optional.of(Duration.ofMillis(12)) : Optional.<Duration>empty();
    return new DiagnoseNetwork.Result(
        List.of(
            new InterfaceFinding(
                ETH0,
                echo,
                Optional.of(new Endpoint(LAN, port)),
                multicast ? Optional.empty() : Optional.of("multicast is not allowed here")),
            new InterfaceFinding(
                LO,
                Optional.empty(),
                Optional.of(Endpoint.of("127.0.0.1", port)),
                Optional.empty())),
        neighbours,
        List.of(
            new Firewall("ufw", firewall, "sudo ufw allow PORT/tcp", "sudo ufw allow 5353/udp")),
        port,
        announcing,
        announced.size());
  }

  private synchronized ListPossibleConnections.Result awaitOther(
      ListPossibleConnections.Result seen, Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (list(Duration.ZERO).equals(seen) && deadline > System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
    }
    return list(Duration.ZERO);
  }
}
