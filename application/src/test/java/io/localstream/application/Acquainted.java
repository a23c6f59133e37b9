package io.localstream.application;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import java.util.function.Consumer;

/** Two devices that trust each other and have met: anna listens, ben has dialled. */
final class Acquainted implements AutoCloseable {
  final InMemoryTransport network = new InMemoryTransport("127.0.0.1", "192.168.1.7");
  final TestDevice anna;
  final TestDevice ben;
  final Endpoint endpoint;
  final Session annasSession;
  final Session bensSession;

  /**
   * @param limit how many may be connected to anna
   * @param person anna's
   * @param before done to ben's device before he dials
   */
  private Acquainted(int limit, ScriptedApprovalPrompt person, Consumer<TestDevice> before)
      throws InterruptedException {
    anna = new TestDevice(network, InMemoryIdentityVault.numbered(1), "anna", person);
    ben =
        new TestDevice(network.neighbour("192.168.1.8"), InMemoryIdentityVault.numbered(2), "ben");
    anna.pin(ben);
    ben.pin(anna);
    before.accept(ben);
    endpoint = anna.listen(limit);
    bensSession = ben.connect(endpoint);
    annasSession = anna.events.await(LocalStreamEvent.PeerJoined.class).session();
  }

  static Acquainted meet(int limit) throws InterruptedException {
    return meet(limit, _ -> {});
  }

  static Acquainted meet(int limit, Consumer<TestDevice> before) throws InterruptedException {
    return new Acquainted(limit, ScriptedApprovalPrompt.always(Answer.YES), before);
  }

  static Acquainted meet(int limit, ScriptedApprovalPrompt person) throws InterruptedException {
    return new Acquainted(limit, person, _ -> {});
  }

  int port() {
    return endpoint.port();
  }

  @Override
  public void close() {
    ben.close();
    anna.close();
  }
}
