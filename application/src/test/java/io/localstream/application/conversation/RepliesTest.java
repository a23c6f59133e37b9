package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.failure.SpaceShortage;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one side is told of the other side's trouble. */
class RepliesTest {
  private static final UUID ID = new UUID(1, 2);

  private static Transfer transfer(Transfer.Direction direction) {
    Manifest manifest =
        new Manifest(
            List.of(new ManifestEntry.File(new RelativePath("a.bin"), 1, Instant.EPOCH, 0644)));
    return Transfer.offered(
        new Offer(new TransferId(ID), 1, manifest, ChunkSize.DEFAULT, Optional.empty()),
        direction,
        new DeviceId(ID),
        new DeviceName("ben"),
        Instant.EPOCH);
  }

  private static LocalStreamException heard(
      LocalStreamException failure, Transfer.Direction direction) {
    return Replies.failureOfTransfer(Replies.status(failure, transfer(direction)), "ben");
  }

  /** The same failure has another meaning on the other side. */
  @ParameterizedTest
  @CsvSource({
    "RECEIVING, FILE_MISSING, PEER_CANNOT_STORE, the destination on ben is not there",
    "SENDING, FILE_MISSING, PEER_CANNOT_READ, not there any more on ben",
    "SENDING, FILE_UNREADABLE, PEER_CANNOT_READ, can't be read on ben",
    "SENDING, FILE_CHANGED, PEER_CANNOT_READ, changed on ben",
    "RECEIVING, NO_PERMISSION, PEER_CANNOT_STORE, permission denied",
    "RECEIVING, READ_ONLY, PEER_CANNOT_STORE, read-only",
    "RECEIVING, FILE_EXISTS, PEER_CANNOT_STORE, the name exists on ben",
    "RECEIVING, FILE_NAME_UNSAFE, PEER_CANNOT_STORE, of that name",
    "RECEIVING, SHUTTING_DOWN, CLOSED, the program on ben was told to end",
    "SENDING, CANCELLED, DECLINED, ben cancelled"
  })
  void theReasonIsTheOneOnTheOtherSide(
      Transfer.Direction there, FailureCode failure, FailureCode code, String words) {
    LocalStreamException heard = heard(new LocalStreamException(failure, "so"), there);

    assertThat(heard.code()).isEqualTo(code);
    assertThat(heard.getMessage()).contains(words).doesNotContain(" or the name");
  }

  @Test
  void theMissingSpaceIsTold() {
    LocalStreamException heard =
        heard(
            new LocalStreamException(new SpaceShortage(60_000_000, 10_000_000), "no"),
            Transfer.Direction.RECEIVING);

    assertThat(heard.getMessage())
        .isEqualTo("ben has no space for it: it needs 60.0 MB, and 10.0 MB are free there");
    assertThat(heard.code().exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
  }

  @Test
  void aFullDiskIsToldWithoutFiguresWhereThereAreNone() {
    ControlMessage.Status status =
        ControlMessage.Status.of(StatusFlag.NO_SPACE, new TransferId(ID));

    assertThat(Replies.failureOfTransfer(status, "ben").getMessage())
        .isEqualTo("ben has no space for it");
  }
}
