package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link SettingsStore} promises. */
public abstract class SettingsStoreContract {
  /** A store on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract SettingsStore open();

  @Test
  void choosesANameOnFirstUseAndKeepsIt() {
    DeviceName chosen = open().deviceName();

    assertThat(chosen.value()).isNotBlank();
    assertThat(open().deviceName()).isEqualTo(chosen);
  }

  @Test
  void keepsTheNameThatWasSet() {
    SettingsStore store = open();
    DeviceName name = new DeviceName("Το γραφείο 🙂");

    store.rename(name);

    assertThat(store.deviceName()).isEqualTo(name);
    assertThat(open().deviceName()).isEqualTo(name);
  }

  @Test
  void announcesUntilThatIsSetAndKeepsWhatWasSet() {
    SettingsStore store = open();
    assertThat(store.isAnnouncing()).isTrue();
    store.rename(new DeviceName("quiet"));

    store.announce(false);

    assertThat(open().isAnnouncing()).isFalse();
    assertThat(open().deviceName()).isEqualTo(new DeviceName("quiet"));
    store.announce(true);
    assertThat(open().isAnnouncing()).isTrue();
  }

  @Test
  void choosingANameKeepsWhatIsAnnounced() {
    open().announce(false);

    assertThat(open().deviceName().value()).isNotBlank();

    assertThat(open().isAnnouncing()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ExistingFile.class)
  void keepsWhatHappensToWhatExists(ExistingFile policy) {
    assertThat(open().existing()).isEqualTo(ExistingFile.KEEP);

    open().existing(policy);

    assertThat(open().existing()).isEqualTo(policy);
    assertThat(open().isAnnouncing()).isTrue();
  }

  @Test
  void keepsTheAgeOfWhatIsOld() {
    assertThat(open().partialAge()).isEqualTo(Duration.ofDays(30));

    open().partialAge(Duration.ofHours(36));
    open().rename(new DeviceName("other"));

    assertThat(open().partialAge()).isEqualTo(Duration.ofHours(36));
  }

  @Test
  void refusesAnAgeThatNothingCanBeCalculatedWith() {
    SettingsStore store = open();

    for (Duration age :
        List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatIllegalArgumentException().isThrownBy(() -> store.partialAge(age));
    }

    store.partialAge(SettingsStore.LONGEST_PARTIAL_AGE);
    assertThat(open().partialAge()).isEqualTo(SettingsStore.LONGEST_PARTIAL_AGE);
  }

  @Test
  void renamesAgain() {
    SettingsStore store = open();
    store.deviceName();
    store.rename(new DeviceName("first"));

    store.rename(new DeviceName("second"));

    assertThat(open().deviceName()).isEqualTo(new DeviceName("second"));
  }
}
