package io.localstream.application.service;

import io.localstream.application.usecase.KeepTransfers;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.transfer.UnfinishedTransfer;
import java.util.List;
import java.util.Locale;

/** Shows and forgets the transfers that broke. Thread-safe. */
public final class TransfersService implements KeepTransfers {
  private static final int MIN_DIGITS = 4;

  private final TransferLog log;
  private final IncomingFiles files;

  public TransfersService(TransferLog log, IncomingFiles files) {
    this.log = log;
    this.files = files;
  }

  @Override
  public List<UnfinishedTransfer> unfinished() {
    return log.all();
  }

  @Override
  public UnfinishedTransfer find(String typed) {
    String digits = typed.toLowerCase(Locale.ROOT);
    List<UnfinishedTransfer> found =
        log.all().stream()
            .filter(_ -> digits.length() >= MIN_DIGITS)
            .filter(transfer -> transfer.id().toString().startsWith(digits))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new LocalStreamException(
        FailureCode.NO_SUCH_TRANSFER,
        (found.isEmpty() ? "no unfinished transfer has" : "several unfinished transfers have")
            + " an identifier that begins with "
            + DisplayText.escape(typed)
            + " (transfers list shows all)");
  }

  @Override
  public UnfinishedTransfer discard(String typed) {
    UnfinishedTransfer found = find(typed);
    // What can't be removed must stay known, or nobody would ever find it again.
    found.remains().ifPresent(remains -> files.discard(found.id(), remains));
    log.remove(found.id());
    return found;
  }
}
