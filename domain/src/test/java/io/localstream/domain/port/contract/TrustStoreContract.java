package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TrustStore} promises. */
public abstract class TrustStoreContract {
  private TrustStore store;

  /** A store on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract TrustStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(store.all()).isEmpty();
  }

  @Test
  void keepsEverythingOfADeviceInTheOrderOfPinning() {
    store.pin(pinned(2));
    store.pin(pinned(1).revoke());
    store.pin(pinned(3));

    assertThat(store.all()).containsExactly(pinned(2), pinned(1).revoke(), pinned(3));
    assertThat(open().all()).isEqualTo(store.all());
  }

  @Test
  void keepsTheNameGivenHereAndTheKeyThatIsAccepted() {
    PinnedDevice changed =
        pinned(1)
            .replace(device(1).named(new DeviceName("now called so")))
            .rename(new DeviceName("Το γραφείο"))
            .accept(device(9).fingerprint());
    assertThat(changed.newName()).isPresent();
    store.pin(pinned(1));

    store.pin(changed);

    assertThat(open().all()).containsExactly(changed);
  }

  @Test
  void keepsANameInAnyScript() {
    PinnedDevice greek = PinnedDevice.at(device(1, 1, "Υπολογιστής \"α\" \\ 🙂"), NOW);

    store.pin(greek);

    assertThat(open().all()).containsExactly(greek);
  }

  @Test
  void replacesTheDeviceWithTheSameIdentifierInItsPlace() {
    store.pin(pinned(1));
    store.pin(pinned(2));
    PinnedDevice changed = PinnedDevice.at(device(1, 9, "Renamed"), NOW.plusSeconds(5));

    store.pin(changed);

    assertThat(open().all()).containsExactly(changed, pinned(2));
  }

  @Test
  void forgetsADevice() {
    store.pin(pinned(1));
    store.pin(pinned(2));

    store.forget(pinned(1).device().id());

    assertThat(open().all()).containsExactly(pinned(2));
  }

  @Test
  void forgettingADeviceThatIsNotThereChangesNothing() {
    store.pin(pinned(1));

    store.forget(device(2).id());

    assertThat(store.all()).containsExactly(pinned(1));
  }

  @Test
  void givesOutACopy() {
    store.pin(pinned(1));
    List<PinnedDevice> before = store.all();

    store.pin(pinned(2));

    assertThat(before).containsExactly(pinned(1));
    assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void changesInOneStep() {
    store.pin(pinned(1));
    store.pin(pinned(2));

    List<PinnedDevice> now =
        store.change(devices -> {
          assertThat(devices).containsExactly(pinned(1), pinned(2));
          return List.of(pinned(2).revoke(), pinned(3));
        });

    assertThat(now).containsExactly(pinned(2).revoke(), pinned(3));
    assertThat(open().all()).isEqualTo(now);
  }

  @Test
  void aChangeThatThrowsChangesNothing() {
    store.pin(pinned(1));
    IllegalStateException thrown = new IllegalStateException("no");

    assertThatThrownBy(() ->
            store.change(_ -> {
              throw thrown;
            }))
        .isSameAs(thrown);

    assertThat(open().all()).containsExactly(pinned(1));
    store.pin(pinned(2));
    assertThat(open().all()).containsExactly(pinned(1), pinned(2));
  }

  @Test
  void noThreadChangesAnythingWhileAnotherDecides() {
    store.pin(pinned(1));

    // Each adds a second to what it finds: a lost change is missing at the end.
    IntStream.range(0, 40)
        .parallel()
        .forEach(_ -> open().change(devices -> List.of(later(devices))));

    assertThat(store.all())
        .containsExactly(PinnedDevice.at(device(1), pinned(1).pinnedAt().plusSeconds(40)));
  }

  private static PinnedDevice later(List<PinnedDevice> devices) {
    return PinnedDevice.at(device(1), devices.getFirst().pinnedAt().plusSeconds(1));
  }

  @Test
  void losesNoChangeOfSeveralThreads() {
    IntStream.range(0, 40).parallel().forEach(number -> open().pin(pinned(number)));

    assertThat(store.all())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 40).mapToObj(TrustStoreContract::pinned).toList());
  }

  private static PinnedDevice pinned(int number) {
    return PinnedDevice.at(device(number), NOW.plusSeconds(number));
  }
}
