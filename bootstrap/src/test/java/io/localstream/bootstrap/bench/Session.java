package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LocalStream, a shell that listens and shells that have connected to it: timed from the moment in
 * which the commands are typed until every side says that all is done.
 */
final class Session implements Courier, AutoCloseable {
  private final String port = Integer.toString(Workshop.freePort());
  private final Shell sender;
  private final List<Shell> receivers = new ArrayList<>();

  private Session(Shell sender) {
    this.sender = sender;
  }

  static Session open(Workshop workshop, Device sending, List<Device> receiving, String host) {
    Session session = new Session(sending.shell(workshop.folder(), "--yes"));
    try {
      session.connect(workshop, receiving, host);
    } catch (CannotRun e) {
      session.close();
      throw e;
    }
    return session;
  }

  /** Between devices that have not met, for as long as the row runs. */
  static Session open(Workshop workshop, Wire wire, int receivers) {
    List<Device> receiving = new ArrayList<>();
    for (int i = 0; i < receivers; i++) {
      receiving.add(Device.fresh(workshop, wire.receiver()));
    }
    Session session = open(workshop, Device.fresh(workshop, wire.sender()), receiving, wire.host());
    workshop.atEnd(session::close);
    return session;
  }

  private void connect(Workshop workshop, List<Device> receiving, String host) {
    sender.type("add_local_connection %s %s %d".formatted(host, port, receiving.size()));
    sender.await("listening on");
    // They start all at once, and connect one after the other, as the limits of a listener want it.
    receiving.forEach(device -> receivers.add(device.shell(workshop.folder(), "--yes")));
    for (Shell receiver : receivers) {
      receiver.type("connect %s %s".formatted(host, port));
      receiver.await("connected to");
    }
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    long begin = System.nanoTime();
    for (int i = 0; i < receivers.size(); i++) {
      receivers.get(i).type("receive_file %s --wait 600".formatted(to.get(i)));
    }
    sender.type("send_file %s %s".formatted(port, cargo.only()));
    receivers.forEach(receiver -> receiver.await("^received "));
    receivers.forEach(receiver -> sender.await("^sent "));
    Usage usage = Usage.timed(begin, System.nanoTime());
    long peakKib = receivers.stream().mapToLong(Shell::peakKib).reduce(sender.peakKib(), Math::max);
    return usage.holding(peakKib);
  }

  @Override
  public void close() {
    receivers.forEach(Shell::endInput);
    receivers.forEach(Shell::close);
    sender.close();
  }
}
