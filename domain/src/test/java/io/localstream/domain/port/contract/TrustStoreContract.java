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
        pinned(1).rename(new DeviceName("Το γραφείο")).accept(device(9).fingerprint());
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
