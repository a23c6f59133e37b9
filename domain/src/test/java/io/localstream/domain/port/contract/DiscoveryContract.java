package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.inBackground;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Discovery} promises, of devices on one network. */
public abstract class DiscoveryContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofMillis(400);

  private final List<Discovery> devices = new ArrayList<>();

  /** One more device on the network of this test; closed after it. */
  protected abstract Discovery newDevice();

  /** An interface of the network, over which announcements can be made. */
  protected abstract LocalInterface connected();

  private Discovery device() {
    Discovery device = newDevice();
    devices.add(device);
    return device;
  }

  @AfterEach
  void close() {
    devices.forEach(Discovery::close);
  }

  /** The announcement of the device with that number, at an address of the network. */
  protected final Announcement announcement(int number) {
    return at(connected().addresses().getFirst(), number);
  }

  private static Announcement at(HostAddress host, int number) {
    return new Announcement(
        SampleDevices.id(number),
        new DeviceName("Ger\u00e4t " + number),
        new Endpoint(host, 7_100 + number),
        Optional.empty());
  }

  /** What is heard once it fits; what was heard last where it never does. */
  protected static List<Announcement> awaitHeard(
      Lookout lookout, Predicate<List<Announcement>> fits) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Announcement> heard = lookout.heard();
    while (!fits.test(heard) && System.nanoTime() < deadline) {
      heard = lookout.awaitOther(heard, PATIENCE);
    }
    return heard;
  }

  private static void assertHears(Lookout lookout, Announcement... all)
      throws InterruptedException {
    List<Announcement> expected = List.of(all);
    List<Announcement> heard =
        awaitHeard(lookout, some -> some.containsAll(expected) && some.size() == expected.size());
    assertThat(heard).containsExactlyInAnyOrder(all);
  }

  @Test
  void hearsWhatWasAnnouncedBefore() throws Exception {
    device().announce(announcement(1));

    assertHears(device().watch(), announcement(1));
  }

  @Test
  void hearsWhatIsAnnouncedAfterwards() throws Exception {
    Lookout lookout = device().watch();
    device().announce(announcement(1).withCode(Optional.of(7)));

    assertHears(lookout, announcement(1).withCode(Optional.of(7)));
  }

  @Test
  void hearsSeveralDevicesAndSeveralAnnouncementsOfOne() throws Exception {
    Discovery one = device();
    one.announce(announcement(1));
    one.announce(announcement(2));
    device().announce(announcement(3));

    assertHears(device().watch(), announcement(1), announcement(2), announcement(3));
  }

  @Test
  void neverHearsItself() throws Exception {
    Discovery self = device();
    Discovery other = device();
    self.announce(announcement(1));
    other.announce(announcement(2));

    assertHears(other.watch(), announcement(1));
    assertHears(self.watch(), announcement(2));
  }

  @Test
  void hearsAChange() throws Exception {
    Publication publication = device().announce(announcement(1));
    Lookout lookout = device().watch();
    assertHears(lookout, announcement(1));

    publication.change(announcement(1).withCode(Optional.of(99)));
    assertHears(lookout, announcement(1).withCode(Optional.of(99)));
    publication.change(announcement(2));
    assertHears(lookout, announcement(2));
  }

  @Test
  void hearsNoMoreOfWhatWasWithdrawn() throws Exception {
    Publication publication = device().announce(announcement(1));
    Lookout lookout = device().watch();
    assertHears(lookout, announcement(1));

    publication.close();
    publication.close();
    publication.change(announcement(1));
    assertHears(lookout);
  }

  @Test
  void hearsNoMoreOfADeviceThatIsClosed() throws Exception {
    Discovery other = device();
    other.announce(announcement(1));
    Lookout lookout = device().watch();
    assertHears(lookout, announcement(1));

    other.close();
    other.close();
    assertHears(lookout);
  }

  @Test
  void announcesNothingThatOthersCannotReach() throws Exception {
    Discovery other = device();
    other.announce(at(new HostAddress("127.0.0.1"), 1));
    other.announce(at(new HostAddress("::1"), 2));
    other.announce(announcement(3));

    assertHears(device().watch(), announcement(3));
  }

  @Test
  void wakesWhoeverAwaitsAChange() throws Exception {
    Lookout lookout = device().watch();
    Future<List<Announcement>> waiting =
        inBackground(() -> lookout.awaitOther(List.of(), PATIENCE));
    device().announce(announcement(1));

    assertThat(waiting.get()).containsExactly(announcement(1));
  }

  @Test
  void tellsTheSameWhereNothingChangesInTime() throws Exception {
    Lookout lookout = device().watch();

    assertThat(lookout.awaitOther(List.of(), IMPATIENCE)).isEmpty();
  }

  @Test
  void canBeWatchedTwiceAndAgain() throws Exception {
    device().announce(announcement(1));
    Discovery listener = device();
    Lookout first = listener.watch();
    Lookout second = listener.watch();
    assertHears(first, announcement(1));
    first.close();
    first.close();

    assertHears(second, announcement(1));
    second.close();
    assertHears(listener.watch(), announcement(1));
  }

  @Test
  void hearsItsEchoWhereItIsConnected() throws Exception {
    assertThat(device().echo(connected(), PATIENCE)).isPresent();
  }

  @Test
  void hearsNoEchoOnLoopback() throws Exception {
    LocalInterface loopback =
        new LocalInterface(
            "lo", true, false, Optional.empty(), List.of(new HostAddress("127.0.0.1")));

    assertThat(device().echo(loopback, IMPATIENCE)).isEmpty();
  }
}
