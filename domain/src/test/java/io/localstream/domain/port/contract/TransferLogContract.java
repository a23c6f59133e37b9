package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TransferLog} promises. */
public abstract class TransferLogContract {
  private TransferLog log;

  /** A log on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract TransferLog open();

  @BeforeEach
  final void openLog() {
    log = open();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(log.all()).isEmpty();
    assertThat(log.find(transfer(1, 0).id())).isEmpty();
  }

  @Test
  void keepsEverythingOfATransferInTheOrderOfSaving() {
    log.save(transfer(2, 20));
    log.save(transfer(1, Long.MAX_VALUE));
    log.save(transfer(3, 0));

    assertThat(open().all())
        .containsExactly(transfer(2, 20), transfer(1, Long.MAX_VALUE), transfer(3, 0));
    assertThat(open().find(transfer(1, 0).id())).contains(transfer(1, Long.MAX_VALUE));
    assertThat(open().find(transfer(4, 0).id())).isEmpty();
  }

  @Test
  void replacesTheTransferWithTheSameIdentifierInItsPlace() {
    log.save(transfer(1, 10));
    log.save(transfer(2, 10));

    log.save(transfer(1, 30));

    assertThat(open().all()).containsExactly(transfer(1, 30), transfer(2, 10));
  }

  @Test
  void forgetsATransfer() {
    log.save(transfer(1, 10));
    log.save(transfer(2, 10));

    log.remove(transfer(1, 10).id());
    log.remove(transfer(7, 10).id());

    assertThat(open().all()).containsExactly(transfer(2, 10));
  }

  @Test
  void givesOutACopy() {
    log.save(transfer(1, 10));
    List<UnfinishedTransfer> before = log.all();

    log.save(transfer(2, 10));

    assertThat(before).containsExactly(transfer(1, 10));
    assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void dropsTheOldestWhereThereAreTooMany() {
    int total = TransferLog.KEPT.total();
    IntStream.rangeClosed(0, total).forEach(n -> log.save(transfer(n, n)));

    assertThat(open().all())
        .hasSize(total)
        .startsWith(transfer(1, 1))
        .endsWith(transfer(total, total));
  }

  @Test
  void aDeviceDisplacesOnlyItsOwn() {
    log.save(transfer(0, 0));
    int perDevice = TransferLog.KEPT.perDevice();

    IntStream.rangeClosed(1, TransferLog.KEPT.total())
        .forEach(n -> log.save(transfer(n, device(1).id(), n)));

    assertThat(open().all()).hasSize(1 + perDevice).startsWith(transfer(0, 0));
    assertThat(open().all().getLast())
        .isEqualTo(transfer(TransferLog.KEPT.total(), device(1).id(), TransferLog.KEPT.total()));
  }

  @Test
  void losesNoChangeOfSeveralThreads() {
    IntStream.range(0, 30).parallel().forEach(number -> open().save(transfer(number, 0)));

    assertThat(log.all())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 30).mapToObj(number -> transfer(number, 0)).toList());
  }

  /** The same number gives an equal transfer, but for what is stored of it. */
  protected static UnfinishedTransfer transfer(int number, long storedBytes) {
    return transfer(number, device(number).id(), storedBytes);
  }

  private static UnfinishedTransfer transfer(int number, DeviceId peer, long storedBytes) {
    boolean receiving = number % 2 == 1;
    return new UnfinishedTransfer(
        new TransferId(new UUID(9, number)),
        peer,
        device(number).name(),
        "φωτογραφία.jpg and 2 more",
        3,
        Long.MAX_VALUE,
        storedBytes,
        NOW.plusSeconds(number),
        NOW.plusSeconds(number + 60L),
        receiving ? Optional.of(FailureCode.LINK_BROKEN) : Optional.empty(),
        List.of(new FileReference("/home/anna/Λήψεις"), new FileReference("a \"b\" \\ c")),
        receiving
            ? Optional.of(new FileReference("/home/anna/.00000009.localstream-part"))
            : Optional.empty(),
        receiving
            ? new TransferTerms.Receiving(
                ExistingFile.DIFFERENT,
                List.of("/a b", "é"),
                List.of("*.tmp"),
                false,
                Optional.of(Endpoint.of("::1", 8080)),
                NamePolicy.CAREFUL.with(NamePolicy.Unfit.MAP).takingHidden())
            : new TransferTerms.Sending(
                new Selection(List.of("*.log"), true, false, true, true),
                new ChunkSize(4096),
                true,
                Optional.empty()));
  }
}
