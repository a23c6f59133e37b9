package io.localstream.application.service;

import io.localstream.application.usecase.DiagnoseNetwork;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why others can't see or reach this device. Thread-safe. */
public final class DiagnosisService implements DiagnoseNetwork {
  private static final Duration REACHING = Duration.ofSeconds(2);

  private final Neighbourhood neighbourhood;
  private final Discovery discovery;
  private final Transport transport;
  private final Announcements announcements;

  public DiagnosisService(
      Neighbourhood neighbourhood,
      Discovery discovery,
      Transport transport,
      Announcements announcements) {
    this.neighbourhood = neighbourhood;
    this.discovery = discovery;
    this.transport = transport;
    this.announcements = announcements;
  }

  @Override
  public Result diagnose(int port) throws InterruptedException {
    try (Lookout lookout = discovery.watch()) {
      List<InterfaceFinding> findings = new ArrayList<>();
      for (LocalInterface each : neighbourhood.interfaces()) {
        if (!each.loopback()) {
          findings.add(look(each, port));
        }
      }
      long devices = lookout.heard().stream().map(heard -> heard.id()).distinct().count();
      return new Result(
          findings,
          neighbourhood.neighbours(),
          neighbourhood.firewalls(),
          port,
          announcements.isOn(),
          (int) devices);
    }
  }

  private InterfaceFinding look(LocalInterface where, int port) throws InterruptedException {
    Optional<Duration> echo = discovery.echo(where, ECHO_PATIENCE);
    Optional<Endpoint> reached = Optional.empty();
    Optional<String> problem = Optional.empty();
    for (HostAddress address : where.addresses()) {
      Endpoint endpoint = new Endpoint(address, port);
      try {
        reach(endpoint);
        reached = Optional.of(endpoint);
        problem = Optional.empty();
        break;
      } catch (LocalStreamException e) {
        problem = Optional.ofNullable(e.getMessage());
      }
    }
    return new InterfaceFinding(where, echo, reached, problem);
  }

  /** Listens and dials itself; whoever listens there already will do as well. */
  private void reach(Endpoint endpoint) {
    try (Listener _ = transport.listen(endpoint)) {
      dial(endpoint);
    } catch (LocalStreamException e) {
      if (e.code() != FailureCode.ADDRESS_IN_USE) {
        throw e;
      }
      dial(endpoint);
    }
  }

  private void dial(Endpoint endpoint) {
    transport.dial(endpoint, new Greeting.Control(), REACHING).close();
  }
}
