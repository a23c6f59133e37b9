package io.localstream.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.contract.SampleDevices;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinnedNamesTest {
  private static final PinnedDevice ANNA = pinned(1, "anna");
  private static final PinnedDevice BEN = pinned(2, "ben").rename(new DeviceName("anna-2"));

  private static PinnedDevice pinned(int number, String name) {
    return PinnedDevice.at(
        SampleDevices.device(number).named(new DeviceName(name)), SampleDevices.NOW);
  }

  private static String free(List<PinnedDevice> devices, String wanted) {
    return PinnedNames.free(devices, new DeviceName(wanted)).value();
  }

  @Test
  void aNameThatNoOtherHasStays() {
    assertThat(free(List.of(), "anna")).isEqualTo("anna");
    assertThat(free(List.of(ANNA, BEN), "ben")).as("ben has another here").isEqualTo("ben");
  }

  @Test
  void aNameThatLooksLikeAnotherGetsTheNextNumber() {
    assertThat(free(List.of(ANNA), "anna")).isEqualTo("anna-2");
    assertThat(free(List.of(ANNA, BEN), "anna")).isEqualTo("anna-3");
    assertThat(free(List.of(ANNA), "Anna")).isEqualTo("Anna-2");
    assertThat(free(List.of(ANNA), " \uff41\uff4e\uff4e\uff41\u00a0"))
        .isEqualTo(" \uff41\uff4e\uff4e\uff41\u00a0-2");
  }

  @Test
  void aLongNameMakesRoomForTheNumber() {
    String longest = "\ud83d\ude80".repeat(DeviceName.MAX_CODE_POINTS);

    String free = free(List.of(pinned(1, longest)), longest);

    assertThat(free).endsWith("\ud83d\ude80-2");
    assertThat(free.codePoints()).hasSize(DeviceName.MAX_CODE_POINTS);
  }

  @Test
  void aDeviceKeepsTheNameThatItHadAtFirst() {
    PinnedDevice renamed = ANNA.replace(ANNA.device().named(new DeviceName("ben")));

    assertThat(renamed.name()).hasToString("anna");
    assertThat(renamed.newName()).contains(new DeviceName("ben"));
    assertThat(renamed.replace(ANNA.device())).isEqualTo(ANNA);
    assertThat(renamed.rename(new DeviceName("ben")).newName()).isEmpty();
  }
}
