package io.localstream.domain.transfer;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of a transfer that broke, so that it can be gone on with.
 *
 * @param title what it holds, safe to show, see {@link Manifest#display()}
 * @param storedBytes of content that need not be sent again, as far as this side knows
 * @param since when it was offered first
 * @param last when it broke the last time
 * @param reason why it broke; empty where nobody was left to tell
 * @param places receiving: the destination as it was typed, made absolute; sending: the sources
 * @param remains receiving: the folder with what has arrived so far, where it is known
 * @param terms what else was asked for, so that it can be asked for again
 */
public record UnfinishedTransfer(
    TransferId id,
    DeviceId peer,
    DeviceName peerName,
    String title,
    int files,
    long totalBytes,
    long storedBytes,
    Instant since,
    Instant last,
    Optional<FailureCode> reason,
    List<FileReference> places,
    Optional<FileReference> remains,
    TransferTerms terms) {
  public UnfinishedTransfer {
    Objects.requireNonNull(id);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(peerName);
    Objects.requireNonNull(title);
    CommonEra.require(since);
    CommonEra.require(last);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(remains);
    places = List.copyOf(places);
    Objects.requireNonNull(terms);
    if (files < 0 || storedBytes < 0 || storedBytes > totalBytes) {
      throw new IllegalArgumentException(
          "can't be: " + files + " files, " + storedBytes + " of " + totalBytes + " bytes");
    }
  }

  public Transfer.Direction direction() {
    return terms.direction();
  }
}
