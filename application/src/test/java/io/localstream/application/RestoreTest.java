package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemorySessionSecrets;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that start again where they ended. */
class RestoreTest {
  private static final String ANNAS_HOST = "192.168.1.7";
  private static final String BENS_HOST = "192.168.1.8";

  private final InMemoryTransport network = new InMemoryTransport("127.0.0.1", ANNAS_HOST);
  private final InMemoryTransport bensNetwork = network.neighbour(BENS_HOST);
  private final InMemoryDiscovery.Air air = new InMemoryDiscovery.Air();
  private final List<TestDevice> devices = new ArrayList<>();
  private TestDevice anna;
  private TestDevice ben;
  private Endpoint endpoint;

  @BeforeEach
  void connect() throws InterruptedException {
    anna = device(network, 1, "anna");
    ben = device(bensNetwork, 2, "ben");
    anna.pin(ben);
    ben.pin(anna);
    endpoint = anna.listen(ANNAS_HOST, 0, 3).endpoint();
    ben.connect(endpoint);
    anna.events.await(LocalStreamEvent.PeerJoined.class);
  }

  private TestDevice device(InMemoryTransport at, int number, String name) {
    TestDevice device =
        new TestDevice(
            at, InMemoryIdentityVault.numbered(number), name, new ScriptedApprovalPrompt(), air);
    devices.add(device);
    return device;
  }

  @AfterEach
  void close() {
    devices.reversed().forEach(TestDevice::close);
  }

  /** The same device in a new process: what it keeps is there, what is open is not. */
  private TestDevice again(TestDevice before) {
    TestDevice after =
        device(
            before == anna ? network : bensNetwork,
            before == anna ? 1 : 2,
            before == anna ? "anna" : "ben");
    before.trust.all().forEach(after.trust::pin);
    before.sessions.all().forEach(after.sessions::save);
    before.connections.all().forEach(after.connections::save);
    return after;
  }

  private static KeepSessions.Restored restore(TestDevice device) throws InterruptedException {
    return device.device.keepSessions().restore();
  }

  private static Session only(TestDevice device) {
    assertThat(device.sessions.all()).hasSize(1);
    return device.sessions.all().getFirst();
  }

  @Test
  void theListenerOpensItsConnectionsAndTheDiallerGoesOnWithItsSession() throws Exception {
    Session before = only(ben);
    Session annasBefore = only(anna);
    ben.close();
    anna.close();
    TestDevice anna2 = again(anna);
    TestDevice ben2 = again(ben);

    assertThat(restore(anna2).connections()).extracting(each -> each.endpoint()).contains(endpoint);
    KeepSessions.Restored restored = restore(ben2);

    assertThat(restored.sessions()).extracting(Session::id).containsExactly(before.id());
    assertThat(restored.failures()).isEmpty();
    assertThat(only(ben2).isOpen()).isTrue();
    assertThat(only(ben2).since()).isEqualTo(before.since());
    anna2.events.await(LocalStreamEvent.PeerJoined.class);
    assertThat(only(anna2).id()).isEqualTo(annasBefore.id());
    assertThat(anna2.prompt.questions()).isEmpty();
    assertThat(ben2.prompt.questions()).isEmpty();
  }

  @Test
  void aPeerThatIsAwayIsConnectedOnceItIsBack() throws Exception {
    ben.close();
    anna.close();
    TestDevice ben2 = again(ben);

    KeepSessions.Restored restored = restore(ben2);
    assertThat(restored.away()).hasSize(1);
    ben2.events.await(LocalStreamEvent.PeerAway.class);
    restore(again(anna));

    ben2.events.await(LocalStreamEvent.PeerJoined.class);
  }

  @Test
  void aPeerIsFoundAtItsNewAddress() throws Exception {
    ben.close();
    anna.close();
    TestDevice ben2 = again(ben);
    restore(ben2);
    TestDevice anna2 =
        new TestDevice(
            network.neighbour("192.168.1.77"),
            InMemoryIdentityVault.numbered(1),
            "anna",
            new ScriptedApprovalPrompt(),
            air);
    devices.add(anna2);
    anna2.pin(ben);
    anna2.listen("192.168.1.77", 0, 1);

    assertThat(
            ben2.events.await(LocalStreamEvent.PeerJoined.class).session().remote().host().value())
        .isEqualTo("192.168.1.77");
  }

  @Test
  void aSessionThatBreaksLaterIsConnectedAgain() throws Exception {
    ben.close();
    TestDevice ben2 = again(ben);
    restore(ben2);
    anna.close();
    ben2.events.await(LocalStreamEvent.PeerAway.class);
    restore(again(anna));

    ben2.events.await(
        LocalStreamEvent.PeerJoined.class,
        _ -> ben2.events.events(LocalStreamEvent.PeerJoined.class).size() == 2);
  }

  @Test
  void aSessionThatAPersonEndedStaysEnded() throws Exception {
    ben.device.closeConnection().close(endpoint.port());
    ben.close();
    TestDevice ben2 = again(ben);

    assertThat(ben2.device.keepSessions().plan().isEmpty()).isTrue();
  }

  @Test
  void whoIsTriedAgainCanBeGivenUp() throws Exception {
    ben.close();
    anna.close();
    TestDevice ben2 = again(ben);
    restore(ben2);

    ben2.device.closeConnection().close(endpoint.port());

    LocalStreamException again =
        catchThrowableOfType(
            LocalStreamException.class, () -> ben2.device.closeConnection().close(endpoint.port()));
    assertThat(again.code()).isEqualTo(FailureCode.NO_SUCH_CONNECTION);
  }

  @Test
  void anotherDeviceAtTheAddressIsRefusedAndNotTriedAgain() throws Exception {
    ben.close();
    anna.close();
    TestDevice ben2 = again(ben);
    TestDevice stranger = device(network, 3, "stranger");
    stranger.listen(ANNAS_HOST, endpoint.port(), 1);

    KeepSessions.Restored restored = restore(ben2);

    assertThat(restored.sessions()).isEmpty();
    assertThat(restored.failures()).singleElement().asString().contains("another device");
    assertThat(ben2.prompt.questions()).isEmpty();
  }

  @Test
  void whoeverAnnouncesTheDeviceElsewhereDoesNotEndTheTrying() throws Exception {
    ben.close();
    anna.close();
    TestDevice ben2 = again(ben);
    TestDevice mallory = device(network.neighbour("192.168.1.66"), 3, "mallory");
    Endpoint trap = mallory.listen("192.168.1.66", 0, 1).endpoint();
    mallory.discovery.announce(
        new Announcement(
            anna.identity.identity().id(), new DeviceName("anna"), trap, Optional.empty()));

    KeepSessions.Restored restored = restore(ben2);

    assertThat(restored.failures()).isEmpty();
    assertThat(restored.away()).hasSize(1);
    TestDevice anna2 = again(anna);
    anna2.listen(ANNAS_HOST, endpoint.port(), 3);
    ben2.events.await(LocalStreamEvent.PeerBack.class);
  }

  @Test
  void aStolenRecordIsNoSession() throws Exception {
    // What mallory's device has is the record without the secret's key, here: another secret.
    ben.close();
    Session before = only(ben);
    Session annasBefore = only(anna);
    TestDevice ben2 = again(ben);
    ben2.sessions.save(
        new Session(
            before.id(),
            before.peer(),
            before.connection(),
            before.side(),
            before.remote(),
            before.since(),
            before.endedAt(),
            true,
            Optional.of(new SealedSecret(new byte[] {1, 2, 3})),
            before.transfers()));

    restore(ben2);

    anna.events.await(
        LocalStreamEvent.PeerJoined.class,
        joined -> !joined.session().id().equals(annasBefore.id()));
  }

  @Test
  void aClaimOfTheOneWhoListensIsNoClaim() throws Exception {
    Session before = only(ben);
    ben.close();
    anna.close();
    TestDevice ben2 = again(ben);
    Listener listener = network.listen(Endpoint.of(ANNAS_HOST, endpoint.port()));
    Thread.ofVirtual().start(() -> claimAsListener(listener, before.secret().orElseThrow()));

    Session session = ben2.connect(endpoint);

    assertThat(session.id()).isNotEqualTo(before.id());
    listener.close();
  }

  /** Says what anna's device would say, and a claim to the session. */
  private void claimAsListener(Listener listener, SealedSecret secret) {
    IncomingLink link = listener.accept(TestDevice.PATIENCE).orElseThrow();
    link.greeting(TestDevice.PATIENCE);
    SecureChannel channel = anna.security.respond(link, TestDevice.PATIENCE);
    anna.codec.write(
        new ControlMessage.Hello(
            2,
            new DeviceName("anna"),
            anna.identity.identity().wrappingKey(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new InMemorySessionSecrets().claim(secret, channel)),
            List.of()),
        channel,
        TestDevice.PATIENCE);
    anna.codec.write(ControlMessage.Status.of(StatusFlag.READY), channel, TestDevice.PATIENCE);
  }

  @Test
  void sessionsAreShownAndForgotten() throws Exception {
    KeepSessions sessions = ben.device.keepSessions();
    String id = only(ben).id().toString();
    assertThat(sessions.list())
        .singleElement()
        .extracting(KeepSessions.Kept::openHere)
        .isEqualTo(true);
    assertThat(sessions.show(id.substring(0, 8)).session()).isEqualTo(only(ben));
    assertThat(catchThrowableOfType(LocalStreamException.class, () -> sessions.forget(id)).code())
        .isEqualTo(FailureCode.INVALID_ARGUMENT);
    ben.device.closeConnection().close(endpoint.port());

    sessions.forget(id);

    assertThat(sessions.list()).isEmpty();
    assertThat(catchThrowableOfType(LocalStreamException.class, () -> sessions.show(id)).code())
        .isEqualTo(FailureCode.NO_SUCH_SESSION);
  }
}
