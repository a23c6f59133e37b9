package io.localstream.application;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static io.localstream.domain.port.contract.SampleDevices.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.application.service.Resumption;
import io.localstream.application.service.TransferBook;
import io.localstream.application.service.TransferKeeper;
import io.localstream.application.service.TransferKeeper.Remainder;
import io.localstream.application.service.TransfersService;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.fake.InMemoryFiles;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryNotary;
import io.localstream.domain.port.fake.InMemoryReceiptStore;
import io.localstream.domain.port.fake.InMemoryRunningTransfers;
import io.localstream.domain.port.fake.InMemoryTransferLog;
import io.localstream.domain.port.fake.InMemoryTrustStore;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferTerms;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is remembered of transfers that broke, and how it is forgotten. */
class UnfinishedTransfersTest {
  private static final List<FileReference> PLACES = List.of(new FileReference("/home/anna"));
  private static final Instant LATER = NOW.plusSeconds(90);
  private static final TransferTerms TERMS =
      new TransferTerms.Receiving(
          ExistingFile.SKIP, List.of("*.iso"), List.of(), true, Optional.empty());

  private final InMemoryTransferLog log = new InMemoryTransferLog();
  private final InMemoryReceiptStore receipts = new InMemoryReceiptStore();
  private final InMemoryIdentityVault vault = InMemoryIdentityVault.numbered(1);
  private final Notary notary = new InMemoryNotary(vault);
  private final InMemoryFiles files = new InMemoryFiles();
  private final RecordingEventObserver events = new RecordingEventObserver();
  private final TransferKeeper keeper =
      new TransferKeeper(log, receipts, events, InstantSource.fixed(LATER));
  private final InMemoryRunningTransfers elsewhere = new InMemoryRunningTransfers();
  private final TransfersService service =
      new TransfersService(
          log,
          files,
          receipts,
          new TransfersService.Signing(notary, vault, new InMemoryTrustStore()),
          new TransfersService.Ongoing(
              new Resumption(events), new TransferBook(elsewhere.another())));

  private static Transfer broken(int number, int peer, Transfer.Direction direction) {
    Manifest manifest =
        new Manifest(List.of(new ManifestEntry.File(new RelativePath("a.iso"), 100, NOW, 0644)));
    Offer offer =
        new Offer(
            new TransferId(new UUID(0x1234_5678_0000_0000L + number, number)),
            1,
            manifest,
            ChunkSize.DEFAULT,
            Optional.empty(),
            false,
            false);
    DeviceId id = device(peer).id();
    return Transfer.offered(offer, direction, id, new DeviceName("ben"), NOW.plusSeconds(number))
        .accept()
        .fail(FailureCode.LINK_BROKEN, "the link broke");
  }

  private static Transfer received(int number, int peer) {
    return broken(number, peer, Transfer.Direction.RECEIVING);
  }

  private static Remainder left(long storedBytes) {
    return new Remainder(storedBytes, PLACES, Optional.empty(), TERMS);
  }

  @Test
  void leavesOutWhatStillRuns() {
    keeper.interrupted(received(1, 2), left(40));
    elsewhere.tell(List.of(runs(received(1, 2).id(), 40)));

    assertThat(service.unfinished()).isEmpty();
    assertNoSuchTransfer(() -> service.discard(received(1, 2).id().toString()));

    assertThat(service.running()).containsExactly(runs(received(1, 2).id(), 40));

    elsewhere.tell(List.of());
    assertThat(service.unfinished()).hasSize(1);
    assertThat(service.running()).isEmpty();
  }

  @Test
  void leavesOutWhatIsTriedAgainUnderAnotherIdentifier() {
    keeper.interrupted(received(1, 2), left(40));
    elsewhere.tell(List.of(runs(received(2, 2).id(), 50)));

    assertThat(service.unfinished()).isEmpty();
  }

  private static RunningTransfer runs(TransferId id, long bytes) {
    return new RunningTransfer(
        id,
        Transfer.Direction.RECEIVING,
        device(2).id(),
        new DeviceName("ben"),
        "a.iso",
        100,
        bytes);
  }

  private static void assertNoSuchTransfer(ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.NO_SUCH_TRANSFER);
  }

  @Test
  void remembersWhatBroke() {
    FileReference remains = new FileReference("/home/anna/.1.localstream-part");

    keeper.interrupted(received(1, 2), new Remainder(40, PLACES, Optional.of(remains), TERMS));

    assertThat(service.unfinished())
        .containsExactly(
            new UnfinishedTransfer(
                received(1, 2).id(),
                device(2).id(),
                new DeviceName("ben"),
                "a.iso",
                1,
                100,
                40,
                NOW.plusSeconds(1),
                LATER,
                Optional.of(FailureCode.LINK_BROKEN),
                PLACES,
                Optional.of(remains),
                TERMS));
  }

  @Test
  void keepsOneOfAnUndertakingThatBreaksAgain() {
    FileReference remains = new FileReference("/home/anna/.1.localstream-part");
    keeper.interrupted(received(1, 2), new Remainder(40, PLACES, Optional.of(remains), TERMS));
    keeper.interrupted(received(3, 4), left(10));

    keeper.interrupted(received(2, 2), left(70));

    assertThat(service.unfinished()).hasSize(2);
    UnfinishedTransfer now = service.find(received(2, 2).id().toString());
    assertThat(now.storedBytes()).isEqualTo(70);
    assertThat(now.since()).isEqualTo(NOW.plusSeconds(1));
    assertThat(now.remains()).contains(remains);
  }

  @Test
  void forgetsAnUndertakingThatSucceedsUnderAnotherIdentifier() {
    keeper.interrupted(received(1, 2), left(40));
    keeper.interrupted(
        broken(5, 2, Transfer.Direction.SENDING),
        new Remainder(
            40,
            PLACES,
            Optional.empty(),
            new TransferTerms.Sending(Selection.ALL, ChunkSize.DEFAULT, false, Optional.empty())));

    keeper.finished(received(2, 2), PLACES);

    assertThat(service.unfinished())
        .extracting(UnfinishedTransfer::direction)
        .containsExactly(Transfer.Direction.SENDING);
  }

  @Test
  void letsNoPeerReplaceOrRemoveTheRecordOfAnother() {
    keeper.interrupted(received(1, 2), left(40));
    List<UnfinishedTransfer> before = service.unfinished();

    keeper.interrupted(received(1, 9), left(0));
    keeper.finished(received(1, 9), PLACES);

    assertThat(service.unfinished()).isEqualTo(before);
  }

  @Test
  void findsByTheFirstDigitsIfTheyAreEnough() {
    keeper.interrupted(received(1, 2), left(40));
    keeper.interrupted(received(2, 3), left(40));

    assertThat(service.find("12345678-0000-0001").id()).isEqualTo(received(1, 2).id());
    assertNoSuchTransfer(() -> service.find("1234"));
    assertNoSuchTransfer(() -> service.find("123"));
    assertNoSuchTransfer(() -> service.find("abcd"));
  }

  @Test
  void discardsWithWhatHasArrived() {
    FileReference remains = new FileReference(".1.localstream-part");
    keeper.interrupted(received(1, 2), new Remainder(40, PLACES, Optional.of(remains), TERMS));

    service.discard(received(1, 2).id().toString());

    assertThat(service.unfinished()).isEmpty();
    assertThat(files.discarded()).containsExactly(remains);
    assertNoSuchTransfer(() -> service.discard(received(1, 2).id().toString()));
  }
}
