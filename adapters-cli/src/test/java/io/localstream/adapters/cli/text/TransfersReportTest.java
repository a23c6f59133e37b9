package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransfersReportTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final UUID SOME = UUID.fromString("12345678-0000-4000-8000-000000000000");

  /** The peer calls itself like an address. */
  private static UnfinishedTransfer broken(Optional<FailureCode> reason) {
    return new UnfinishedTransfer(
        new TransferId(SOME),
        new DeviceId(SOME),
        new DeviceName("evil.example:22"),
        "a.iso",
        1,
        100,
        50,
        NOW,
        NOW,
        reason,
        List.of(new FileReference("/home/ben/a.iso")),
        Optional.empty(),
        new TransferTerms.Sending(Selection.ALL, ChunkSize.DEFAULT, false, Optional.empty()));
  }

  private static String row(Optional<FailureCode> reason, Instant old) {
    return new TransfersReport(ZoneOffset.UTC)
        .list(List.of(), List.of(broken(reason)), old)
        .getLast();
  }

  @Test
  void tellsWhatWasInterruptedAndWhetherItsProgramWasKilled() {
    assertThat(row(Optional.empty(), NOW)).endsWith("interrupted: its program was killed");
    assertThat(row(Optional.of(FailureCode.LINK_BROKEN), NOW)).endsWith("12:00:00  interrupted");
    assertThat(row(Optional.empty(), NOW.plusSeconds(1))).endsWith("old");
  }

  @Test
  void tellsFirstWhatRunsAndHowFarItIs() {
    RunningTransfer running =
        new RunningTransfer(
            new TransferId(SOME),
            Transfer.Direction.RECEIVING,
            new DeviceId(SOME),
            new DeviceName("anna"),
            "movie.mp4",
            60_000_000,
            13_200_000);

    assertThat(
            new TransfersReport(ZoneOffset.UTC)
                .list(List.of(running), List.of(broken(Optional.empty())), NOW)
                .get(1))
        .contains("movie.mp4", "from anna", "22 % of 60.0 MB")
        .endsWith("running");
  }

  @Test
  void dialsNoPlaceThatThePeerHasNamed() {
    assertThat(TransfersReport.again(broken(Optional.empty())))
        .containsExactly("send", "/home/ben/a.iso", "--to", SOME.toString());
  }
}
