package io.localstream.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferSummary;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonEraTest {
  private static final TransferId TRANSFER = new TransferId(new UUID(1, 2));
  private static final DeviceId DEVICE = new DeviceId(new UUID(3, 4));
  private static final RelativePath PATH = new RelativePath("a");

  @Test
  void isEveryTimeThatHasAYearOfFourDigits() {
    assertThat(CommonEra.require(CommonEra.FIRST)).isEqualTo(CommonEra.FIRST);
    assertThat(CommonEra.require(CommonEra.LAST)).isEqualTo(CommonEra.LAST);
    assertThat(CommonEra.clamp(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    assertThat(CommonEra.clamp(Instant.MIN)).isEqualTo(CommonEra.FIRST);
    assertThat(CommonEra.clamp(Instant.MAX)).isEqualTo(CommonEra.LAST);
  }

  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "0000-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  @ParameterizedTest
  void nothingThatAPeerOrADocumentDatesLiesOutside(String text) {
    Instant time = Instant.parse(text);

    assertRefused(() -> new ManifestEntry.File(PATH, 1, time, 0644));
    assertRefused(() -> new ManifestEntry.Folder(PATH, time, 0755));
    assertRefused(() -> new ManifestEntry.Link(PATH, new LinkTarget("b"), time));
    assertRefused(() -> new Delivered(TRANSFER, 0, 0, Optional.empty(), time, new byte[1]));
    assertRefused(() ->
        new Receipt(
            new Receipt.Sent(TRANSFER, DEVICE, DEVICE, "a", 1, 1), 0, 0, Optional.empty(), time));
    assertRefused(() -> PinnedDevice.at(SampleDevices.device(1), time));
    assertRefused(() ->
        new TransferSummary(
            TRANSFER, Transfer.Direction.SENDING, "a", 1, 1, time, Optional.empty()));
  }

  private static void assertRefused(ThrowingCallable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making)
        .withMessage("a time lies in the years 1 to 9999");
  }
}
