package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.SendFiles;
import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Opening, closing, dialling and looking at connections. */
class ConnectionsTest {
  private final InMemoryTransport network =
      new InMemoryTransport("127.0.0.1", "192.168.1.7", "10.77.0.1");
  private TestDevice anna;
  private TestDevice ben;
  private TestDevice carla;

  @BeforeEach
  void makeDevices() {
    InMemoryDiscovery.Air air = new InMemoryDiscovery.Air();
    ScriptedApprovalPrompt yes = ScriptedApprovalPrompt.always(Answer.YES);
    anna = new TestDevice(network, InMemoryIdentityVault.numbered(1), "anna", yes, air);
    ben =
        new TestDevice(
            network.neighbour("192.168.1.8"), InMemoryIdentityVault.numbered(2), "ben", yes, air);
    carla =
        new TestDevice(
            network.neighbour("192.168.1.9"), InMemoryIdentityVault.numbered(3), "carla");
  }

  @AfterEach
  void closeDevices() {
    List.of(carla, ben, anna).forEach(TestDevice::close);
  }

  private static void assertFails(FailureCode code, ThrowingCallable action) {
    LocalStreamException failure = catchThrowableOfType(LocalStreamException.class, action);
    assertThat(failure).as("fails").isNotNull();
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
    assertThat(failure.getMessage()).isNotBlank().hasLineCount(1);
  }

  private void join(TestDevice dialler, Endpoint endpoint) throws InterruptedException {
    dialler.connect(endpoint);
    anna.events.await(
        LocalStreamEvent.PeerJoined.class,
        joined -> joined.session().peer().id().equals(dialler.identity.identity().id()));
  }

  @Nested
  class Opening {
    @Test
    void listensOnTheInterfaceWithTheDefaultRouteUnlessToldOtherwise() {
      Connection connection =
          anna.device
              .openConnection()
              .open(new OpenConnection.Command(Optional.empty(), 8080, new PeerLimit(1), true));

      assertThat(connection.endpoint()).isEqualTo(Endpoint.of("192.168.1.7", 8080));
    }

    @Test
    void listensOnEveryLocalNetworkOnOnePort() throws InterruptedException {
      twoNetworksAndABridge();

      Connection connection = anywhere(8080, true);

      assertThat(connection.endpoints())
          .containsExactly(Endpoint.of("192.168.1.7", 8080), Endpoint.of("10.77.0.1", 8080));
      assertThat(
              ben.device.listPossibleConnections().list(Duration.ZERO).announced().stream()
                  .map(ListPossibleConnections.Announced::what)
                  .map(Announcement::endpoint))
          .containsExactlyElementsOf(connection.endpoints());
      join(ben, Endpoint.of("10.77.0.1", 8080));
      assertThat(anna.device.showStatus().show().connections())
          .singleElement()
          .satisfies(open -> assertThat(open.peers()).hasSize(1));
    }

    @Test
    void countsThePeersOfAllAddressesTogether() throws InterruptedException {
      twoNetworksAndABridge();
      anywhere(8080, true);
      join(ben, Endpoint.of("10.77.0.1", 8080));

      assertFails(FailureCode.LIMIT_REACHED, () -> carla.connect(Endpoint.of("192.168.1.7", 8080)));
    }

    @Test
    void listensNowhereWhereThePortIsTakenAtOneAddress() {
      twoNetworksAndABridge();
      try (Listener taken = network.listen(Endpoint.of("10.77.0.1", 8080))) {
        assertFails(FailureCode.ADDRESS_IN_USE, () -> anywhere(8080, true));
        assertThat(anna.connections.all()).isEmpty();
        assertThat(taken.endpoint().port()).isEqualTo(8080);
      }
      assertThat(anywhere(8080, true).endpoints()).hasSize(2);
    }

    @Test
    void leavesOutAnAddressThatIsGone() {
      anna.neighbourhood.interfaces(wire("eth0", "192.168.1.7"), wire("eth1", "10.1.1.1"));

      assertThat(anywhere(0, true).endpoints())
          .extracting(endpoint -> endpoint.host().value())
          .containsExactly("192.168.1.7");
    }

    @Test
    void isRestoredAtTheAddressesOfTheDayAndKeptOnce() throws InterruptedException {
      anna.neighbourhood.interfaces(wire("eth0", "192.168.1.7"));
      anna.connections.save(
          new SavedConnection(Endpoint.of("172.16.5.5", 8080), new PeerLimit(3), true));

      assertThat(anna.device.keepSessions().restore().connections())
          .extracting(Connection::endpoint)
          .containsExactly(Endpoint.of("192.168.1.7", 8080));
      assertThat(anna.connections.all())
          .containsExactly(
              new SavedConnection(Endpoint.of("192.168.1.7", 8080), new PeerLimit(3), true));
      assertThat(anna.device.showStatus().show().saved()).isEmpty();
    }

    @Test
    void closesAllItsAddresses() {
      twoNetworksAndABridge();
      anywhere(8080, true);

      anna.device.closeConnection().close(8080);

      network.listen(Endpoint.of("192.168.1.7", 8080)).close();
      network.listen(Endpoint.of("10.77.0.1", 8080)).close();
    }

    private void twoNetworksAndABridge() {
      anna.neighbourhood.interfaces(
          new LocalInterface(
              "docker0",
              false,
              true,
              false,
              Optional.empty(),
              List.of(new HostAddress("172.17.0.1"))),
          wire("eth0", "192.168.1.7"),
          wire("va", "10.77.0.1"));
    }

    private LocalInterface wire(String name, String address) {
      return new LocalInterface(
          name, false, false, Optional.empty(), List.of(new HostAddress(address)));
    }

    private Connection anywhere(int port, boolean remember) {
      return anna.device
          .openConnection()
          .open(new OpenConnection.Command(Optional.empty(), port, new PeerLimit(1), remember));
    }

    @Test
    void listensOnLoopbackWhereThereIsNoNetwork() {
      anna.neighbourhood.interfaces(new LocalInterface[0]);

      assertThat(
              anna.device
                  .openConnection()
                  .open(new OpenConnection.Command(Optional.empty(), 8080, new PeerLimit(1), true))
                  .endpoint())
          .isEqualTo(Endpoint.of("127.0.0.1", 8080));
    }

    @Test
    void refusesASecondConnectionOnThePort() {
      anna.listen("127.0.0.1", 8080, 1);

      assertFails(FailureCode.CONNECTION_EXISTS, () -> anna.listen("192.168.1.7", 8080, 1));
      assertFails(FailureCode.CONNECTION_EXISTS, () -> anna.listen("127.0.0.1", 8080, 1));
    }

    @Test
    void refusesAnAddressThatIsNotThisMachines() {
      assertFails(FailureCode.ADDRESS_NOT_LOCAL, () -> anna.listen("192.168.1.8", 8080, 1));
      assertThat(anna.connections.all()).isEmpty();
    }

    @Test
    void remembersTheConnectionOnlyWhenAsked() {
      anna.listen("127.0.0.1", 8080, 3);
      anna.device
          .openConnection()
          .open(new OpenConnection.Command(Optional.empty(), 8081, new PeerLimit(1), false));

      assertThat(anna.connections.all())
          .containsExactly(new SavedConnection(Endpoint.of("127.0.0.1", 8080), new PeerLimit(3)));
    }
  }

  @Nested
  class Closing {
    @Test
    void saysGoodbyeToItsPeersForgetsItAndFreesThePort() throws InterruptedException {
      join(ben, anna.listen("127.0.0.1", 8080, 1).endpoint());

      anna.device.closeConnection().close(8080);

      assertThat(ben.events.await(LocalStreamEvent.PeerLeft.class).message())
          .contains("anna closed the connection");
      assertThat(anna.connections.all()).isEmpty();
      assertThat(anna.device.showStatus().show().connections()).isEmpty();
      assertThat(anna.listen("127.0.0.1", 8080, 1).endpoint().port()).isEqualTo(8080);
    }

    @Test
    void hangsUpWhatWasDialled() throws InterruptedException {
      join(ben, anna.listen("127.0.0.1", 8080, 1).endpoint());

      ben.device.closeConnection().close(8080);

      anna.events.await(LocalStreamEvent.PeerLeft.class);
      assertThat(ben.device.showStatus().show().connections()).isEmpty();
      assertThat(anna.device.showStatus().show().connections())
          .as("the listening side goes on listening")
          .hasSize(1);
    }

    @Test
    void forgetsASavedConnectionThatIsNotOpen() {
      anna.connections.save(new SavedConnection(Endpoint.of("127.0.0.1", 9000), new PeerLimit(1)));

      anna.device.closeConnection().close(9000);

      assertThat(anna.connections.all()).isEmpty();
    }

    @Test
    void refusesAPortWithoutConnection() {
      assertFails(FailureCode.NO_SUCH_CONNECTION, () -> anna.device.closeConnection().close(8080));
    }
  }

  @Nested
  class Dialling {
    @Test
    void refusesToConnectTwiceToTheSamePlace() throws InterruptedException {
      Endpoint endpoint = anna.listen("127.0.0.1", 8080, 2).endpoint();
      join(ben, endpoint);

      assertFails(FailureCode.CONNECTION_EXISTS, () -> ben.connect(endpoint));
    }

    @Test
    void saysThatNobodyListensAndLeavesNothingBehind() throws InterruptedException {
      Endpoint endpoint = Endpoint.of("192.168.1.7", 8080);

      assertFails(FailureCode.UNREACHABLE, () -> ben.connect(endpoint));

      anna.listen("192.168.1.7", 8080, 1);
      join(ben, endpoint);
      assertThat(ben.device.showStatus().show().connections()).hasSize(1);
    }

    @Test
    void staysReachableForOthersWhenSomebodyIsSilent() throws InterruptedException {
      Endpoint endpoint = anna.listen("127.0.0.1", 8080, 1).endpoint();
      for (int i = 0; i < 300; i++) {
        carla.transport.dialAsStranger(endpoint);
      }

      join(ben, endpoint);

      assertThat(anna.device.showStatus().show().active()).isEqualTo(1);
    }

    @Test
    void staysReachableForOthersWhenACrowdNeverIntroducesItself() throws InterruptedException {
      Endpoint endpoint = anna.listen("127.0.0.1", 8080, 1).endpoint();
      for (int i = 0; i < 140; i++) {
        carla.security.initiate(
            carla.transport.dial(endpoint, new Greeting.Control(), TestDevice.PATIENCE),
            TestDevice.PATIENCE);
      }

      join(ben, endpoint);

      assertThat(anna.device.showStatus().show().active()).isEqualTo(1);
    }
  }

  @Nested
  class Sending {
    private OngoingTransfer send(int port, String to, Duration wait) throws InterruptedException {
      return anna.device
          .sendFiles()
          .send(
              new SendFiles.Command(
                  port,
                  List.of(new FileReference("note.txt")),
                  Selection.ALL,
                  ChunkSize.DEFAULT,
                  Optional.empty(),
                  Optional.ofNullable(to),
                  false,
                  wait,
                  false))
          .getFirst();
    }

    @BeforeEach
    void writeANote() {
      anna.files.put("note.txt", new byte[] {1, 2, 3});
    }

    @Test
    void goesToEveryPeerOfTheConnection() throws InterruptedException {
      Endpoint endpoint = anna.listen("127.0.0.1", 8080, 2).endpoint();
      join(ben, endpoint);
      join(carla, endpoint);

      List<OngoingTransfer> transfers = anna.sendAll(8080, "note.txt");
      ben.receive("copy");
      carla.receive("copy");

      for (OngoingTransfer transfer : transfers) {
        assertThat(transfer.await().state()).isInstanceOf(TransferState.Completed.class);
      }
      assertThat(ben.files.content("copy")).isPresent();
      assertThat(carla.files.content("copy")).isPresent();
    }

    @Test
    void goesToOneByNameOrIdentifier() throws InterruptedException {
      Endpoint endpoint = anna.listen("127.0.0.1", 8080, 2).endpoint();
      join(ben, endpoint);
      join(carla, endpoint);

      assertThat(send(8080, "carla", Duration.ZERO).current().peerName().value())
          .isEqualTo("carla");
      String bensId = ben.identity.identity().id().toString();
      assertThat(send(8080, bensId, Duration.ZERO).current().peerName().value()).isEqualTo("ben");
      assertFails(FailureCode.NO_SUCH_PEER, () -> send(8080, "dora", Duration.ZERO));
    }

    @Test
    void refusesWithoutConnectionWithoutPeerAndWithoutFile() {
      assertFails(FailureCode.NO_SUCH_CONNECTION, () -> send(8080, null, Duration.ZERO));
      anna.listen("127.0.0.1", 8080, 1);
      assertFails(FailureCode.NO_PEER, () -> send(8080, null, Duration.ZERO));
      anna.files.delete("note.txt");
      assertFails(FailureCode.FILE_MISSING, () -> send(8080, null, Duration.ZERO));
    }

    @Test
    void waitsForAPeerWhenAsked() throws Exception {
      Endpoint endpoint = anna.listen("127.0.0.1", 8080, 1).endpoint();
      Callable<OngoingTransfer> sending = () -> send(8080, null, TestDevice.PATIENCE);
      FutureTask<OngoingTransfer> task = new FutureTask<>(sending);
      Thread.ofVirtual().start(task);

      join(ben, endpoint);
      ben.receive("copy");

      assertThat(task.get().await().state()).isInstanceOf(TransferState.Completed.class);
    }
  }

  @Test
  void receivingWithoutAnOfferSaysSo() {
    assertFails(
        FailureCode.NO_OFFER,
        () ->
            ben.device
                .receiveFiles()
                .receive(
                    new ReceiveFiles.Command(
                        new Destination(new FileReference("copy"), Destination.ExistingFile.KEEP),
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty(),
                        false,
                        false)));
  }

  @Nested
  class Looking {
    @Test
    void countsActiveAndInactiveConnections() throws InterruptedException {
      join(ben, anna.listen("127.0.0.1", 8080, 2).endpoint());
      anna.listen("192.168.1.7", 8081, 1);
      anna.connections.save(new SavedConnection(Endpoint.of("127.0.0.1", 9000), new PeerLimit(1)));

      ShowStatus.Result status = anna.device.showStatus().show();

      assertThat(status.overall()).isEqualTo(3);
      assertThat(status.active()).isEqualTo(1);
      assertThat(status.inactive()).isEqualTo(2);
      assertThat(status.saved()).extracting(saved -> saved.endpoint().port()).containsExactly(9000);
      assertThat(status.sessions())
          .singleElement()
          .extracting(Session::peer)
          .extracting(peer -> peer.name().value())
          .isEqualTo("ben");
    }

    @Test
    void tellsThePeersMacAddressAsAHint() throws InterruptedException {
      join(ben, anna.listen("127.0.0.1", 8080, 2).endpoint());

      assertThat(anna.sessions.all().getFirst().peer().mac())
          .isEqualTo(
              ben.neighbourhood.interfaces().stream()
                  .map(LocalInterface::mac)
                  .flatMap(Optional::stream)
                  .findFirst());
    }

    @Test
    void listsInterfacesAndNeighbours() throws InterruptedException {
      Neighbour printer = new Neighbour(new HostAddress("192.168.1.99"), Optional.empty(), "eth0");
      anna.neighbourhood.neighbours(printer);

      assertThat(anna.device.listPossibleConnections().list(Duration.ZERO).neighbours())
          .containsExactly(printer);
      assertThat(anna.device.listPossibleConnections().list(Duration.ZERO).interfaces())
          .isEqualTo(anna.neighbourhood.interfaces());
    }
  }
}
