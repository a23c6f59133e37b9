package io.localstream.application.service;

import io.localstream.application.usecase.KeepTransfers;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.UnfinishedTransfer;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows and forgets the transfers that broke. Thread-safe. */
public final class TransfersService implements KeepTransfers {
  private static final int MIN_DIGITS = 4;

  private final TransferLog log;
  private final IncomingFiles files;
  private final ReceiptStore receipts;
  private final Signing signing;
  private final Ongoing ongoing;

  /**
   * What goes on meanwhile.
   *
   * @param book tells what has not broken yet: a transfer is noted while it still runs
   */
  public record Ongoing(Resumption resumption, TransferBook book) {}

  /**
   * Who signs.
   *
   * @param trust by which keys others are known
   */
  public record Signing(Notary notary, IdentityVault own, TrustStore trust) {}

  public TransfersService(
      TransferLog log,
      IncomingFiles files,
      ReceiptStore receipts,
      Signing signing,
      Ongoing ongoing) {
    this.log = log;
    this.files = files;
    this.receipts = receipts;
    this.signing = signing;
    this.ongoing = ongoing;
  }

  @Override
  public List<UnfinishedTransfer> unfinished() {
    List<RunningTransfer> running = running();
    return log.all().stream()
        .filter(noted -> running.stream().noneMatch(each -> each.goesOnWith(noted)))
        .toList();
  }

  @Override
  public List<RunningTransfer> running() {
    return Stream.concat(ongoing.book().runningHere().stream(), runningElsewhere().stream())
        .toList();
  }

  @Override
  public List<RunningTransfer> runningElsewhere() {
    return ongoing.book().runningElsewhere();
  }

  @Override
  public UnfinishedTransfer find(String typed) {
    return find(
        typed,
        unfinished(),
        UnfinishedTransfer::id,
        new Words("unfinished transfer", "unfinished transfers", "transfers list"));
  }

  @Override
  public List<KeptReceipt> receipts() {
    return receipts.all().stream().map(SignedReceipt::receipt).map(this::kept).toList();
  }

  private KeptReceipt kept(Receipt receipt) {
    boolean sent = receipt.sent().sender().equals(signing.own().identity().id());
    DeviceId peer = sent ? receipt.sent().receiver() : receipt.sent().sender();
    return new KeptReceipt(
        receipt,
        sent ? Transfer.Direction.SENDING : Transfer.Direction.RECEIVING,
        peer,
        known(peer).map(PinnedDevice::name));
  }

  @Override
  public CheckedReceipt receipt(String typed) {
    SignedReceipt found =
        find(
            typed,
            receipts.all(),
            signed -> signed.receipt().sent().transfer(),
            new Words("receipt", "receipts", "transfers receipts"));
    Fingerprint key = signing.notary().verify(found);
    return new CheckedReceipt(
        kept(found.receipt()),
        key,
        current(found.receipt().sent().receiver()).filter(key::equals).isPresent());
  }

  private Optional<PinnedDevice> known(DeviceId device) {
    return signing.trust().all().stream()
        .filter(pinned -> pinned.device().id().equals(device))
        .findFirst();
  }

  private Optional<Fingerprint> current(DeviceId device) {
    LocalIdentity own = signing.own().identity();
    return device.equals(own.id())
        ? Optional.of(own.fingerprint())
        : known(device).map(pinned -> pinned.device().fingerprint());
  }

  /** What people call it, and the command that lists it. */
  private record Words(String one, String many, String listing) {}

  private static <T> T find(
      String typed, List<T> all, Function<T, TransferId> naming, Words words) {
    String digits = typed.toLowerCase(Locale.ROOT);
    List<T> found =
        all.stream()
            .filter(_ -> digits.length() >= MIN_DIGITS)
            .filter(each -> naming.apply(each).toString().startsWith(digits))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new LocalStreamException(
        FailureCode.NO_SUCH_TRANSFER,
        (found.isEmpty() ? "no " + words.one() + " has" : "several " + words.many() + " have")
            + " an identifier that begins with "
            + DisplayText.escape(typed)
            + " ("
            + words.listing()
            + " shows all)");
  }

  @Override
  public UnfinishedTransfer discard(String typed) {
    UnfinishedTransfer found = find(typed);
    // What can't be removed must stay known, or nobody would ever find it again.
    found.remains().ifPresent(remains -> files.discard(found.id(), remains));
    log.remove(found.id());
    ongoing.resumption().discard(found);
    return found;
  }
}
