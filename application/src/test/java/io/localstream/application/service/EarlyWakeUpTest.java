package io.localstream.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Publication;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemorySettingsStore;
import io.localstream.domain.port.fake.InMemoryTrustStore;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.port.fake.ScriptedNeighbourhood;
import io.localstream.domain.port.fake.SteppedTicker;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;

/** What wakes a wait before its time costs it nothing: it still lasts as long as was asked for. */
@Timeout(30)
class EarlyWakeUpTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int WAKE_UPS = 200;

  private final SteppedTicker ticker = new SteppedTicker();
  private final PresentedDevice ben = SampleDevices.device(2);
  private final RestlessLookout lookout = new RestlessLookout();
  private final Discovery discovery = new RestlessDiscovery();

  /** Hears another name of the same device at once, and no time passes until it has said many. */
  private final class RestlessLookout implements Lookout {
    private int wakeUps;

    @Override
    public List<Announcement> heard() {
      return List.of(
          new Announcement(
              ben.id(),
              new DeviceName("ben " + wakeUps),
              Endpoint.of("192.168.1.7", 4711),
              Optional.empty()));
    }

    @Override
    public List<Announcement> awaitOther(List<Announcement> seen, Duration longest) {
      wakeUps++;
      if (wakeUps == WAKE_UPS) {
        ticker.advance(SECOND);
      }
      return heard();
    }

    @Override
    public void close() {}
  }

  private final class RestlessDiscovery implements Discovery {
    private final Discovery silent = new InMemoryDiscovery.Air().device();

    @Override
    public Publication announce(Announcement what) {
      return silent.announce(what);
    }

    @Override
    public Lookout watch(List<DeviceId> expected) {
      return lookout;
    }

    @Override
    public Optional<Duration> echo(LocalInterface where, Duration longest) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  @Test
  void whoWatchesTheNetworkWaitsForAllOfIt() throws InterruptedException {
    InMemoryTrustStore trust = new InMemoryTrustStore();
    trust.pin(PinnedDevice.at(ben, Instant.EPOCH));
    PossibleConnectionsService service =
        new PossibleConnectionsService(
            new ScriptedNeighbourhood(),
            new Announcements(
                discovery, InMemoryIdentityVault.numbered(1), new InMemorySettingsStore()),
            new PinnedDevices(trust),
            ticker);
    try (ListPossibleConnections.Watch watch = service.watch()) {
      ListPossibleConnections.Result seen = watch.now();

      assertThat(watch.awaitOther(seen, SECOND).announced()).isEqualTo(seen.announced());
      assertThat(lookout.wakeUps).isEqualTo(WAKE_UPS);
    }
  }

  @Test
  void whoLooksForADeviceLooksForAllOfIt() {
    PeerSearch search =
        new PeerSearch(
            discovery, Mockito.mock(Dialler.class), new RecordingEventObserver(), ticker);
    PeerSearch.Quarry quarry =
        new PeerSearch.Quarry(
            "anna",
            Optional.empty(),
            _ -> false,
            List.of(),
            place -> {
              throw new AssertionError("nothing is to be dialled");
            },
            _ -> false);

    assertThatThrownBy(() -> search.find(quarry, SECOND))
        .isInstanceOfSatisfying(
            LocalStreamException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NOT_FOUND));
    assertThat(lookout.wakeUps).isEqualTo(WAKE_UPS);
  }
}
