package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.application.usecase.ReviewTrust;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.session.Session;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a device knows, and what becomes of that when keys, names or minds change. */
class TrustTest {
  private static final String ANNAS_HOST = "192.168.1.7";

  private final InMemoryTransport network = new InMemoryTransport("127.0.0.1", ANNAS_HOST);
  private final InMemoryDiscovery.Air air = new InMemoryDiscovery.Air();
  private final List<TestDevice> devices = new ArrayList<>();
  private TestDevice anna;
  private TestDevice ben;

  @BeforeEach
  void meet() {
    anna = device(network, InMemoryIdentityVault.numbered(1), "anna");
    ben = device(network.neighbour("192.168.1.8"), InMemoryIdentityVault.numbered(2), "ben");
    anna.pin(ben);
    ben.pin(anna);
  }

  private TestDevice device(InMemoryTransport at, InMemoryIdentityVault identity, String name) {
    TestDevice device = new TestDevice(at, identity, name, new ScriptedApprovalPrompt(), air);
    devices.add(device);
    return device;
  }

  @AfterEach
  void close() {
    devices.reversed().forEach(TestDevice::close);
  }

  private static LocalStreamException failure(Callable<?> action) {
    LocalStreamException thrown = catchThrowableOfType(LocalStreamException.class, action::call);
    assertThat(thrown).as("fails").isNotNull();
    assertThat(thrown.getMessage()).isNotBlank().hasLineCount(1);
    return thrown;
  }

  /** anna's device as it is after a restart, with those keys. */
  private TestDevice annaAgain(InMemoryIdentityVault keys) {
    TestDevice again = device(network.neighbour("192.168.1.70"), keys, "anna");
    again.pin(ben);
    return again;
  }

  private Session connectTo(TestDevice device) throws InterruptedException {
    String host = device == anna ? ANNAS_HOST : "192.168.1.70";
    return ben.connect(device.listen(host, 0, 3).endpoint());
  }

  private ReviewTrust bensTrust() {
    return ben.device.reviewTrust();
  }

  @Test
  void aRotatedKeyIsAcceptedByTheStatementOfTheFormerOne() throws Exception {
    LocalIdentity former = anna.identity.identity();
    anna.identity.rotate();
    anna.identity.rotate();
    TestDevice again = annaAgain(anna.identity);

    Session session = connectTo(again);

    assertThat(session.peer().fingerprint()).isNotEqualTo(former.fingerprint());
    assertThat(ben.trust.all())
        .singleElement()
        .extracting(pinned -> pinned.device().credentials())
        .isEqualTo(again.identity.credentials());
    LocalStreamEvent.KeysReplaced told = ben.events.await(LocalStreamEvent.KeysReplaced.class);
    assertThat(told.former()).isEqualTo(former.fingerprint());
    assertThat(told.signed()).isTrue();
  }

  @Test
  void aRotationOfARevokedDeviceChangesNothing() {
    bensTrust().revoke("anna");
    anna.identity.rotate();
    TestDevice again = annaAgain(anna.identity);

    assertThat(failure(() -> connectTo(again)).code()).isEqualTo(FailureCode.REVOKED);
  }

  @Test
  void aChangedKeyIsRefusedWithBothFingerprintsAndTheCommandThatReplacesIt() throws Exception {
    InMemoryIdentityVault other = anna.identity.withOtherKeys();
    TestDevice again = annaAgain(other);

    LocalStreamException refusal = failure(() -> connectTo(again));

    assertThat(refusal.code()).isEqualTo(FailureCode.KEY_CHANGED);
    assertThat(refusal.getMessage())
        .contains(
            anna.identity.identity().fingerprint().display(),
            other.identity().fingerprint().display(),
            "trust replace " + other.identity().id() + " " + other.identity().fingerprint().hex());
  }

  @Test
  void aKeyThatAPersonAcceptedReplacesTheFormerOnceItIsShown() throws Exception {
    InMemoryIdentityVault other = anna.identity.withOtherKeys();
    bensTrust().replace("anna", other.identity().fingerprint());
    connectTo(anna);
    assertThat(bensTrust().show("anna").device().credentials())
        .isEqualTo(anna.identity.credentials());
    TestDevice again = annaAgain(other);

    connectTo(again);

    assertThat(bensTrust().show("anna").device().credentials()).isEqualTo(other.credentials());
    assertThat(bensTrust().show("anna").successor()).isEmpty();
    assertThat(ben.events.await(LocalStreamEvent.KeysReplaced.class).signed()).isFalse();
    assertThat(failure(() -> connectTo(anna)).code()).isEqualTo(FailureCode.KEY_CHANGED);
  }

  @Test
  void anAcceptedKeyIsNotAnotherKey() {
    TestDevice stranger =
        device(network.neighbour("192.168.1.9"), anna.identity.withOtherKeys(), "x");
    bensTrust().replace("anna", ben.identity.identity().fingerprint());
    Endpoint there = stranger.listen("192.168.1.9", 0, 1).endpoint();

    assertThat(failure(() -> ben.connect(there)).code()).isEqualTo(FailureCode.KEY_CHANGED);
  }

  @Test
  void aRevokedDeviceIsHungUpOnAndRefused() throws Exception {
    connectTo(anna);

    bensTrust().revoke("anna");

    ben.events.await(LocalStreamEvent.PeerLeft.class);
    assertThat(failure(() -> connectTo(anna)).code()).isEqualTo(FailureCode.REVOKED);
    assertThat(
            failure(() -> bensTrust().replace("anna", anna.identity.identity().fingerprint()))
                .code())
        .isEqualTo(FailureCode.REVOKED);
  }

  @Test
  void aForgottenDeviceIsAFirstContactAgain() throws Exception {
    bensTrust().forget("anna");
    ben.prompt.answer(Answer.NO);

    assertThat(bensTrust().list()).isEmpty();
    assertThat(failure(() -> connectTo(anna)).code()).isEqualTo(FailureCode.NOT_TRUSTED);
    assertThat(ben.prompt.questions()).hasSize(1);
  }

  @Test
  void aNameGivenHereStaysWhateverTheDeviceCallsItself() throws Exception {
    bensTrust().rename("anna", new DeviceName("living room"));
    anna.settings.rename(new DeviceName("ben's bank"));

    Session session = connectTo(anna);

    assertThat(session.peer().name().value()).isEqualTo("living room");
    assertThat(bensTrust().show("living room").newName()).contains(new DeviceName("ben's bank"));
  }

  @Test
  void aKnownDeviceCantTakeAnotherName() throws Exception {
    TestDevice carla = device(network, InMemoryIdentityVault.numbered(3), "carla");
    ben.pin(carla);
    anna.settings.rename(new DeviceName("carla"));

    Session first = connectTo(anna);
    Session second = connectTo(anna);

    assertThat(first.peer().name()).hasToString("anna");
    assertThat(second.peer().name()).hasToString("anna");
    assertThat(bensTrust().show("carla").device().id()).isEqualTo(carla.presented().id());
    assertThat(bensTrust().show("anna").newName()).contains(new DeviceName("carla"));
    assertThat(warnings(ben))
        .containsExactly(
            "anna calls itself carla now; it stays anna here unless you change that with trust"
                + " rename");
    assertThat(failure(() -> bensTrust().rename("anna", new DeviceName("carla"))).code())
        .isEqualTo(FailureCode.INVALID_ARGUMENT);
  }

  @Test
  void aNewNameIsAcceptedByRenaming() throws Exception {
    anna.settings.rename(new DeviceName("anna's new one"));
    connectTo(anna);

    bensTrust().rename("anna", new DeviceName("anna's new one"));

    assertThat(bensTrust().show("anna's new one").newName()).isEmpty();
    connectTo(anna);
    assertThat(warnings(ben)).hasSize(1);
  }

  @Test
  void aNewDeviceWithTheNameOfAKnownOneGetsANumber() throws Exception {
    for (int number = 3; number <= 4; number++) {
      String host = "192.168.1.2" + number;
      TestDevice other =
          device(network.neighbour(host), InMemoryIdentityVault.numbered(number), "ANNA ");
      other.pin(ben);
      ben.prompt.answer(Answer.YES);
      ben.connect(other.listen(host, 0, 1).endpoint());
    }

    assertThat(bensTrust().list())
        .extracting(each -> each.name().value())
        .containsExactly("anna", "ANNA -2", "ANNA -3");
    assertThat(warnings(ben))
        .hasSize(2)
        .first()
        .isEqualTo(
            "another known device is called \"ANNA \": this one is called \"ANNA -2\" here (trust"
                + " rename changes that)");
  }

  @Test
  void ofTwoThatWereGivenOneNameBothAreListed() {
    TestDevice other = device(network, InMemoryIdentityVault.numbered(3), "anna");
    ben.pin(other);

    assertThat(failure(() -> ben.device.connectToPeer().connect("anna", Duration.ZERO, false)))
        .hasMessageContaining(anna.presented().id().toString().substring(0, 8))
        .hasMessageContaining(other.presented().id().toString().substring(0, 8))
        .hasMessageContaining(other.presented().fingerprint().brief());
  }

  private static List<String> warnings(TestDevice device) {
    return device.events.events(LocalStreamEvent.Warning.class).stream()
        .map(LocalStreamEvent.Warning::message)
        .toList();
  }

  @Test
  void aNameCanBeGivenToOneDeviceOnly() {
    TestDevice carla = device(network, InMemoryIdentityVault.numbered(3), "carla");
    ben.pin(carla);

    assertThat(failure(() -> bensTrust().rename("carla", new DeviceName("anna"))).code())
        .isEqualTo(FailureCode.INVALID_ARGUMENT);
  }

  @Test
  void aDeviceIsNamedByTheBeginningOfItsIdentifierWhereThatIsUnique() {
    String id = anna.presented().id().toString();
    assertThat(failure(() -> bensTrust().show(id.substring(0, 3))).code())
        .isEqualTo(FailureCode.NO_SUCH_DEVICE);
    assertThat(bensTrust().show(id.substring(0, 4)).device()).isEqualTo(anna.presented());
    ben.pin(device(network, InMemoryIdentityVault.numbered(3), "carla"));
    assertThat(failure(() -> bensTrust().show(id.substring(0, 4))).code())
        .isEqualTo(FailureCode.NO_SUCH_DEVICE);
    assertThat(bensTrust().show(id).device()).isEqualTo(anna.presented());
  }

  @Test
  void announcedDevicesAreShownWithWhatIsKnownOfThem() throws Exception {
    device(network.neighbour("192.168.1.9"), InMemoryIdentityVault.numbered(3), "carla")
        .listen("192.168.1.9", 0, 1);
    anna.listen(ANNAS_HOST, 0, 1);
    bensTrust().rename("anna", new DeviceName("living room"));

    ListPossibleConnections.Result result =
        ben.device.listPossibleConnections().list(Duration.ZERO);

    assertThat(result.announced())
        .extracting(each -> each.what().name().value() + " " + each.standing())
        .containsExactlyInAnyOrder("living room KNOWN", "carla NEW");
    bensTrust().revoke("living room");
    assertThat(ben.device.listPossibleConnections().list(Duration.ZERO).announced())
        .extracting(ListPossibleConnections.Announced::standing)
        .contains(ListPossibleConnections.Standing.REVOKED);
  }

  @Test
  void nothingIsAnnouncedWhereThatIsSetOrSaid() throws Exception {
    anna.device.changeSettings().announce(false);
    anna.listen(ANNAS_HOST, 0, 1);
    assertThat(heard()).isEmpty();
    anna.device.changeSettings().announce(true);
    assertThat(heard()).hasSize(1);
    anna.device.changeSettings().silence();
    assertThat(heard()).isEmpty();
    anna.device.changeSettings().announce(true);
    assertThat(heard()).isEmpty();
  }

  private List<ListPossibleConnections.Announced> heard() throws InterruptedException {
    return ben.device.listPossibleConnections().list(Duration.ZERO).announced();
  }

  @Test
  void aClosedConnectionIsNotAnnouncedAnyMore() throws Exception {
    int port = anna.listen(ANNAS_HOST, 0, 1).endpoint().port();
    assertThat(heard()).hasSize(1);

    anna.device.closeConnection().close(port);

    assertThat(heard()).isEmpty();
  }

  @Test
  void pinnedDevicesAreListedInTheirOrder() {
    assertThat(bensTrust().list()).extracting(PinnedDevice::name).hasToString("[anna]");
  }
}
