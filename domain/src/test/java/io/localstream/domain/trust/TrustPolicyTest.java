package io.localstream.domain.trust;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustPolicyTest {
  private static final PresentedDevice DEVICE = device(1, 1, "laptop");
  private static final PinnedDevice PINNED = PinnedDevice.at(DEVICE, NOW);
  private static final PinnedDevice OTHER = PinnedDevice.at(device(2, 2, "phone"), NOW);

  private static TrustDecision decide(PresentedDevice presented, PinnedDevice... pinned) {
    return TrustPolicy.decide(List.of(pinned), presented);
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(decide(DEVICE)).isEqualTo(new TrustDecision.FirstContact(DEVICE, false));
    assertThat(decide(DEVICE, OTHER)).isEqualTo(new TrustDecision.FirstContact(DEVICE, false));
  }

  @Test
  void tellsThatAStrangerGoesByAKnownName() {
    PresentedDevice stranger = device(3, 3, "laptop");

    assertThat(decide(stranger, OTHER, PINNED))
        .isEqualTo(new TrustDecision.FirstContact(stranger, true));
  }

  @Test
  void trustsThePinnedKeysUnderWhateverName() {
    PresentedDevice renamed = device(1, 1, "phone");

    assertThat(decide(DEVICE, OTHER, PINNED)).isEqualTo(new TrustDecision.Trusted(DEVICE, PINNED));
    assertThat(decide(renamed, OTHER, PINNED))
        .isEqualTo(new TrustDecision.Trusted(renamed, PINNED));
  }

  @Test
  void noticesAnotherKeyUnderAKnownIdentifier() {
    PresentedDevice other = device(1, 9, "laptop");

    assertThat(decide(other, OTHER, PINNED)).isEqualTo(new TrustDecision.KeyChanged(other, PINNED));
  }

  @Test
  void noticesAKnownKeyUnderAnotherIdentifier() {
    PresentedDevice other = device(9, 1, "laptop");

    assertThat(decide(other, OTHER, PINNED)).isEqualTo(new TrustDecision.KeyChanged(other, PINNED));
  }

  @Test
  void takesTheKeyThatAPersonAcceptedInThePlaceOfThePinnedOne() {
    PresentedDevice other = device(1, 9, "laptop");
    PinnedDevice accepting = PINNED.accept(other.fingerprint());

    assertThat(decide(other, OTHER, accepting))
        .isEqualTo(new TrustDecision.Replaced(other, accepting));
    assertThat(decide(DEVICE, accepting)).isEqualTo(new TrustDecision.Trusted(DEVICE, accepting));
    assertThat(decide(device(1, 8, "laptop"), accepting))
        .isInstanceOf(TrustDecision.KeyChanged.class);
    assertThat(decide(other, accepting.revoke())).isInstanceOf(TrustDecision.Revoked.class);
  }

  @Test
  void anAcceptedKeyIsUsedUpOnceItIsShown() {
    PresentedDevice other = device(1, 9, "laptop");
    PinnedDevice accepting = PINNED.accept(other.fingerprint()).rename(new DeviceName("mine"));

    assertThat(accepting.replace(DEVICE)).isEqualTo(accepting);
    assertThat(accepting.replace(other).successor()).isEmpty();
    assertThat(accepting.replace(other).name()).isEqualTo(new DeviceName("mine"));
  }

  @Test
  void theNameGivenHereIsTheKnownOne() {
    PinnedDevice mine = PINNED.rename(new DeviceName("mine"));

    assertThat(decide(device(3, 3, "mine"), mine))
        .isEqualTo(new TrustDecision.FirstContact(device(3, 3, "mine"), true));
    assertThat(decide(device(3, 3, "laptop"), mine))
        .isEqualTo(new TrustDecision.FirstContact(device(3, 3, "laptop"), false));
  }

  @Test
  void noticesThatOneDeviceShowsTheKeyOfAnother() {
    PresentedDevice mixed = device(1, 2, "laptop");

    assertThat(decide(mixed, OTHER, PINNED)).isEqualTo(new TrustDecision.KeyChanged(mixed, PINNED));
  }

  @Test
  void noticesAnotherWrappingKey() {
    PresentedDevice other =
        new PresentedDevice(
            DEVICE.credentials(), DEVICE.name(), OTHER.device().wrappingKey(), Optional.empty());

    assertThat(decide(other, PINNED)).isEqualTo(new TrustDecision.KeyChanged(other, PINNED));
  }

  /** Trust is decided on the fingerprint, but a key that does not belong to it is no known key. */
  @Test
  void noticesAnotherSigningKeyUnderAKnownFingerprint() {
    PeerCredentials forged =
        new PeerCredentials(
            DEVICE.id(), OTHER.device().credentials().signingKey(), DEVICE.fingerprint());
    PresentedDevice other =
        new PresentedDevice(forged, DEVICE.name(), DEVICE.wrappingKey(), Optional.empty());

    assertThat(decide(other, PINNED)).isEqualTo(new TrustDecision.KeyChanged(other, PINNED));
  }

  @Test
  void refusesARevokedDevice() {
    PinnedDevice revoked = PINNED.revoke();

    assertThat(decide(DEVICE, OTHER, revoked))
        .isEqualTo(new TrustDecision.Revoked(DEVICE, revoked));
  }

  @Test
  void refusesARevokedKeyUnderANewIdentifierAndANewKeyUnderARevokedIdentifier() {
    PinnedDevice revoked = PINNED.revoke();

    assertThat(decide(device(9, 1, "new"), OTHER, revoked))
        .isInstanceOf(TrustDecision.Revoked.class);
    assertThat(decide(device(1, 9, "new"), OTHER, revoked))
        .isInstanceOf(TrustDecision.Revoked.class);
  }

  /** A revoked device does not become another one by taking its identifier. */
  @Test
  void refusesARevokedKeyUnderTheIdentifierOfATrustedDevice() {
    PresentedDevice disguised = device(2, 1, "phone");

    assertThat(decide(disguised, OTHER, PINNED.revoke()))
        .isNotInstanceOfAny(TrustDecision.Trusted.class, TrustDecision.FirstContact.class);
  }

  /** Replacing the key of a device must not bring a revoked key back. */
  @Test
  void refusesARevokedKeyWhereverItComesUp() {
    assertThat(decide(device(2, 1, "phone"), OTHER, PINNED.revoke()))
        .isInstanceOf(TrustDecision.Revoked.class);
  }
}
